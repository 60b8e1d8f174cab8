package dev.profilectl.cli;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How help looks: the sentence, two examples, the usage, then flags in groups, own ones first, and
 * where more is told.
 */
public final class HelpLayout {
  private static final String OWN = "Flags";
  private static final int WIDTH = 100;

  /** The topics that belong to a command, by its whole name or its noun. */
  private static final Map<String, List<String>> TOPICS =
      Map.ofEntries(
          Map.entry("user", List.of("fields", "formats", "exit-codes")),
          Map.entry("user export", List.of("import", "formats", "fields")),
          Map.entry("user import", List.of("import", "fields", "exit-codes")),
          Map.entry("avatar", List.of("formats", "environment", "exit-codes")),
          Map.entry("store", List.of("environment", "exit-codes")),
          Map.entry("target", List.of("targets", "weidu", "west2", "anqicms", "zaihangyun")),
          Map.entry("token", List.of("targets", "exit-codes")),
          Map.entry("serve", List.of("targets", "weidu", "west2", "anqicms", "zaihangyun")),
          Map.entry("code", List.of("fields", "exit-codes")),
          Map.entry("validate", List.of("import", "fields", "exit-codes")),
          Map.entry("batch", List.of("shell", "exit-codes")),
          Map.entry("shell", List.of("shell", "environment")),
          Map.entry("completion", List.of("shell")),
          Map.entry("help", List.of("shell", "environment")));

  private static final List<String> MAIN_TOPICS =
      List.of("fields", "formats", "import", "targets", "shell", "environment", "exit-codes");

  private HelpLayout() {}

  static void on(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.width(WIDTH).sortOptions(false).abbreviateSynopsis(true);
    command.getSubcommands().values().forEach(HelpLayout::on);
  }

  /** The whole help on a command, in a language. */
  public static String page(CommandLine command, Locale locale) {
    CommandSpec spec = command.getCommandSpec();
    UsageMessageSpec usage = spec.usageMessage();
    Stream.concat(Stream.of(command), command.getSubcommands().values().stream())
        .map(line -> line.getCommandSpec().usageMessage())
        .forEach(help -> translateFirst(help, locale));
    usage.synopsisHeading("%n" + HelpText.in(locale, "Usage:") + " ");
    usage.commandListHeading("%n" + HelpText.in(locale, "Commands") + "%n");
    Map<String, CommandLine.IHelpSectionRenderer> sections = command.getHelpSectionMap();
    sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> flags(help, locale));
    sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, help -> arguments(help, locale));
    sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> more(help.commandSpec(), locale));
    return command.getUsageMessage();
  }

  private static void translateFirst(UsageMessageSpec usage, Locale locale) {
    String[] header = usage.header().clone();
    header[0] = HelpText.in(locale, header[0]);
    usage.header(header);
  }

  /** The topics that belong to a command. */
  static List<String> topics(CommandSpec spec) {
    String path = spec.qualifiedName().replaceFirst("^profilectl ?", "");
    String noun = path.split(" ", 2)[0];
    return path.isEmpty()
        ? MAIN_TOPICS
        : TOPICS.getOrDefault(path, TOPICS.getOrDefault(noun, List.of("exit-codes")));
  }

  private static String more(CommandSpec spec, Locale locale) {
    return "\n"
        + HelpText.in(locale, "More:")
        + " profilectl help "
        + String.join(" | ", topics(spec))
        + "\n";
  }

  /** The flags that are shown, own ones first, those of every command last. */
  static SequencedMap<String, List<OptionSpec>> groups(CommandSpec spec) {
    SequencedMap<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    groups.put(OWN, new ArrayList<>());
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        groups.computeIfAbsent(group(option), _ -> new ArrayList<>()).add(option);
      }
    }
    groups.putLast(SharedFlags.HEADING, groups.getOrDefault(SharedFlags.HEADING, List.of()));
    return groups;
  }

  private static String flags(Help help, Locale locale) {
    StringBuilder text = new StringBuilder();
    groups(help.commandSpec())
        .forEach(
            (heading, options) -> {
              if (!options.isEmpty()) {
                Layout layout = help.createDefaultLayout();
                layout.addOptions(
                    options.stream().map(option -> in(locale, option)).toList(),
                    help.parameterLabelRenderer());
                text.append('\n').append(HelpText.in(locale, heading)).append('\n').append(layout);
              }
            });
    return text.toString();
  }

  private static String arguments(Help help, Locale locale) {
    Layout layout = help.createDefaultLayout();
    List<PositionalParamSpec> arguments =
        help.commandSpec().positionalParameters().stream()
            .map(
                argument ->
                    PositionalParamSpec.builder(argument)
                        .description(in(locale, argument.description()))
                        .build())
            .toList();
    layout.addPositionalParameters(arguments, help.parameterLabelRenderer());
    return layout.toString();
  }

  private static OptionSpec in(Locale locale, OptionSpec option) {
    return OptionSpec.builder(option).description(in(locale, option.description())).build();
  }

  private static String[] in(Locale locale, String[] sentences) {
    // What comes as a sentence goes in as a pattern.
    return Stream.of(sentences)
        .map(text -> HelpText.in(locale, text).replace("%", "%%"))
        .toArray(String[]::new);
  }

  private static String group(OptionSpec option) {
    if (!(option.userObject() instanceof Field field)) {
      return SharedFlags.HEADING;
    }
    FlagGroup group = field.getDeclaringClass().getAnnotation(FlagGroup.class);
    return group == null ? OWN : group.value();
  }
}
