package dev.profilectl.cli;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help looks: the sentence, two examples, the usage, then flags in groups, own ones first. */
final class HelpLayout {
  private static final String OWN = "Flags";
  private static final int WIDTH = 100;

  private HelpLayout() {}

  static void on(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.width(WIDTH).sortOptions(false).abbreviateSynopsis(true).synopsisHeading("%nUsage: ");
    usage.commandListHeading("%nCommands%n");
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::flags);
    command.getSubcommands().values().forEach(HelpLayout::on);
  }

  private static String flags(Help help) {
    CommandSpec spec = help.commandSpec();
    SequencedMap<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    groups.put(OWN, new ArrayList<>());
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        groups.computeIfAbsent(group(option), _ -> new ArrayList<>()).add(option);
      }
    }
    groups.putLast(SharedFlags.HEADING, groups.getOrDefault(SharedFlags.HEADING, List.of()));
    StringBuilder text = new StringBuilder();
    groups.forEach(
        (heading, options) -> {
          if (!options.isEmpty()) {
            Layout layout = help.createDefaultLayout();
            layout.addOptions(options, help.parameterLabelRenderer());
            text.append('\n').append(heading).append('\n').append(layout);
          }
        });
    return text.toString();
  }

  private static String group(OptionSpec option) {
    if (!(option.userObject() instanceof Field field)) {
      return SharedFlags.HEADING;
    }
    FlagGroup group = field.getDeclaringClass().getAnnotation(FlagGroup.class);
    return group == null ? OWN : group.value();
  }
}
