package dev.profilectl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Markdown;
import dev.profilectl.Program;
import dev.profilectl.cli.help.Topic;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.profile.Field;
import dev.profilectl.validation.CodeCatalogue;
import dev.profilectl.validation.CodeEntry;
import dev.profilectl.validation.FieldRules;
import dev.profilectl.validation.ProfileValidator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Compares the reference page and the program, in both directions. */
class ReferenceTest {
  private static final String EVERYWHERE = SharedFlags.HEADING;
  private static final String OWN = "";

  /** Commands without a noun that are not about help, and the packages they live in. */
  private static final Map<String, String> ALONE =
      Map.of(
          "validate", "bulk",
          "serve", "serve",
          "batch", "shell",
          "shell", "shell",
          "completion", "completion",
          "doctor", "doctor");

  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z_]*[A-Z]");
  private static final Pattern LIMITS = Pattern.compile("(?:at most |([0-9]+) to )([0-9]+)");

  private final Markdown page = new Markdown("src/docs/reference.md");
  private final Map<String, CommandLine> commands = new LinkedHashMap<>();

  ReferenceTest() {
    collect("", CommandTree.of(new Program(Path.of("/nowhere"), false).workspace()));
  }

  private void collect(String path, CommandLine command) {
    if (command.getSubcommands().isEmpty()) {
      commands.put(path.strip(), command);
    }
    command
        .getSubcommands()
        .forEach(
            (word, sub) -> {
              if (!sub.getCommandSpec().usageMessage().hidden()) {
                collect(path + " " + word, sub);
              }
            });
  }

  /** The words in backticks in a column of a table. */
  private List<String> column(String heading, int column) {
    return page.table(heading).stream()
        .flatMap(row -> Markdown.codes(row.get(column)).stream())
        .toList();
  }

  @Test
  void everyFieldWithItsCodes() throws ReflectiveOperationException {
    assertThat(column("## Fields", 0)).isEqualTo(Field.keys());
    Map<String, List<String>> constraints = FieldRules.codes();
    for (List<String> row : page.table("## Fields")) {
      Field field = Field.of(Markdown.codes(row.get(0)).getFirst()).orElseThrow();
      Set<String> codes = new TreeSet<>(constraints.getOrDefault(field.key(), List.of()));
      CodeCatalogue.all().stream()
          .filter(entry -> field.key().equals(entry.field()) && entry.call().startsWith("user "))
          .map(CodeEntry::code)
          .forEach(codes::add);
      if (field.isRequired()) {
        codes.add("required");
      }
      if (field.isReadOnly()) {
        codes.add("read-only");
      }
      assertThat(Markdown.codes(row.get(3)))
          .as(field.key())
          .containsExactlyInAnyOrderElementsOf(codes);
    }
    assertThat(Field.keys()).containsAll(constraints.keySet());
  }

  @Test
  void everyLimitOfAField() {
    var validator = new ProfileValidator();
    for (List<String> row : page.table("## Fields")) {
      Field field = Field.of(Markdown.codes(row.get(0)).getFirst()).orElseThrow();
      boolean hasLength =
          Set.of(Field.Kind.TEXT, Field.Kind.SECRET, Field.Kind.JSON).contains(field.kind());
      if (!hasLength) {
        continue;
      }
      var limits = LIMITS.matcher(row.get(2));
      assertThat(limits.find()).as(field.key()).isTrue();
      int least = limits.group(1) == null ? 1 : Integer.parseInt(limits.group(1));
      int most = Integer.parseInt(limits.group(2));
      for (int length : new int[] {least - 1, least, most, most + 1}) {
        String value = "1".repeat(length) + (field == Field.EMAIL ? "@example.org" : "");
        boolean fits = length >= least && length <= most;
        if (length > 0) {
          assertThat(validator.check(Map.of(field.key(), value)).isEmpty())
              .as("%s of %d", field.key(), length)
              .isEqualTo(fits);
        }
      }
    }
  }

  @Test
  void everyCodeOfOurOwn() {
    List<String> named = Markdown.codes(String.join(" ", page.section("## Fields")));
    CodeCatalogue.all().stream()
        .filter(entry -> entry.system().equals("profilectl"))
        .forEach(entry -> assertThat(named).contains(entry.code()));
  }

  @Test
  void everyCommand() {
    Map<String, String> told = new LinkedHashMap<>();
    for (List<String> row : page.table("## Commands")) {
      told.put(
          Markdown.codes(row.get(0)).getFirst(),
          shape(
              Markdown.codes(row.get(1)),
              row.get(2).isEmpty() ? List.of() : List.of(row.get(2).split(", ", -1)),
              Markdown.codes(row.get(3))));
    }
    Map<String, String> built = new LinkedHashMap<>();
    commands.forEach(
        (path, command) -> {
          Map<String, List<String>> flags = flags(command);
          List<String> arguments =
              command.getCommandSpec().positionalParameters().stream()
                  .map(ReferenceTest::argument)
                  .toList();
          List<String> own = flags.getOrDefault(OWN, List.of());
          assertThat(flags).containsKey(EVERYWHERE);
          flags.keySet().removeAll(Set.of(OWN, EVERYWHERE));
          built.put(path, shape(arguments, List.copyOf(flags.keySet()), own));
        });
    assertThat(told).isEqualTo(built);
  }

  private static String shape(List<String> arguments, List<String> groups, List<String> own) {
    return arguments + " " + new TreeSet<>(groups) + " " + new TreeSet<>(own);
  }

  private static String argument(PositionalParamSpec argument) {
    return argument.paramLabel() + (argument.arity().max() > 1 ? "..." : "");
  }

  @Test
  void everyFlagOfAGroup() {
    Map<String, Set<String>> built = new TreeMap<>();
    commands
        .values()
        .forEach(
            command ->
                flags(command)
                    .forEach((g, f) -> built.computeIfAbsent(g, _ -> new TreeSet<>()).addAll(f)));
    built.remove(OWN);
    Map<String, Set<String>> told = new TreeMap<>();
    page.section("## Flags").stream()
        .filter(line -> line.startsWith("### "))
        .forEach(line -> told.put(line.substring(4), new TreeSet<>(column(line, 0))));
    assertThat(told).isEqualTo(built);
  }

  /**
   * Flags as the page writes them, by their group; those of the command alone under {@link #OWN}.
   */
  private static Map<String, List<String>> flags(CommandLine command) {
    Map<String, List<String>> flags = new TreeMap<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      String group = EVERYWHERE;
      if (option.userObject() instanceof java.lang.reflect.Field field) {
        FlagGroup named = field.getDeclaringClass().getAnnotation(FlagGroup.class);
        group = named == null ? OWN : named.value();
      }
      String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      flags
          .computeIfAbsent(group, _ -> new ArrayList<>())
          .add(String.join(", ", option.names()) + value);
    }
    return flags;
  }

  @Test
  void thePathIsTheName() {
    commands.forEach(
        (path, command) -> {
          String words =
              Arrays.stream(path.split(" ", -1))
                  .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                  .collect(Collectors.joining());
          Class<?> type = command.getCommandSpec().userObject().getClass();
          assertThat(type.getSimpleName()).isEqualTo(words + "Command");
          String alone = ALONE.getOrDefault(path, "help");
          String noun = path.contains(" ") ? path.substring(0, path.indexOf(' ')) : alone;
          assertThat(type.getPackageName()).isEqualTo("dev.profilectl.cli." + noun);
        });
  }

  @Test
  void everyVariable() {
    Map<String, String> told = new TreeMap<>();
    for (List<String> row : page.table("## Environment")) {
      told.put(
          Markdown.codes(row.get(0)).getFirst(),
          Markdown.codes(row.get(1)).getFirst().substring(2));
    }
    Map<String, String> built = new TreeMap<>();
    FlagDefaults.SHARED.forEach(
        flag -> built.put("PROFILECTL_" + flag.toUpperCase(Locale.ROOT).replace('-', '_'), flag));
    assertThat(told).isEqualTo(built);
    assertThat(variables(page.section("## Environment")))
        .isEqualTo(variables(Topic.ENVIRONMENT.lines(Locale.ENGLISH)));
  }

  private static Set<String> variables(List<String> lines) {
    return VARIABLE
        .matcher(String.join("\n", lines))
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyFlagWithAVariableExists() {
    Set<String> flags = new HashSet<>();
    commands.values().forEach(c -> flags.addAll(c.getCommandSpec().optionsMap().keySet()));
    FlagDefaults.SHARED.forEach(flag -> assertThat(flags).contains("--" + flag));
  }

  @Test
  void everyExitCode() {
    List<String> built =
        Arrays.stream(ExitCode.values()).map(code -> code.number() + " " + code.kind()).toList();
    List<String> told =
        page.table("## Exit codes").stream()
            .map(row -> row.get(0) + " " + Markdown.codes(row.get(1)).getFirst())
            .toList();
    assertThat(told).isEqualTo(built);
    assertThat(words(Topic.EXIT_CODES, "  ([0-9]+) .*"))
        .isEqualTo(page.table("## Exit codes").stream().map(List::getFirst).toList());
  }

  @Test
  void everyFormatAndTopic() {
    assertThat(new HashSet<>(column("## Formats", 0)))
        .isEqualTo(new HashSet<>(OutputFormat.words()));
    assertThat(new HashSet<>(words(Topic.FORMATS, "  ([a-z]+)  .*")))
        .isEqualTo(new HashSet<>(OutputFormat.words()));
    assertThat(column("## Topics", 0)).isEqualTo(Topic.names());
    assertThat(words(Topic.FIELDS, "  ([a-z_]+) .*")).isEqualTo(Field.keys());
  }

  /** What lines of a topic start with, where they have this form. */
  private static List<String> words(Topic topic, String form) {
    return topic.lines(Locale.ENGLISH).stream()
        .filter(line -> line.matches(form))
        .map(line -> line.replaceFirst(form, "$1"))
        .toList();
  }
}
