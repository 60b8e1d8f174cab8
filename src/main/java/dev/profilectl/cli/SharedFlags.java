package dev.profilectl.cli;

import dev.profilectl.config.Defaults;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.terminal.ColorChoice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Flags of every command. */
@FlagGroup(SharedFlags.HEADING)
public final class SharedFlags {
  static final String HEADING = "Everywhere";

  @Option(
      names = {"-t", "--target"},
      paramLabel = "NAME",
      description = "Where to work; \"local\" is the store on this machine.")
  @Nullable String target;

  @Option(
      names = "--store",
      paramLabel = "PATH",
      description = "The local store's file, or :memory:, gone afterwards.")
  @Nullable String store;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, json, ndjson, csv, tsv, yaml or id; table on a terminal, else tsv.")
  @Nullable String output;

  @Option(
      names = {"-q", "--quiet"},
      fallbackValue = "true",
      description = "No notes on stderr.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      fallbackValue = "true",
      description = "More notes on stderr.")
  boolean verbose;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.")
  @Nullable String color;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "en or zh; by the locale where it is not given.")
  @Nullable String lang;

  @Option(
      names = "--no-input",
      fallbackValue = "true",
      description = "Never ask; what is missing is an error that names its flag.")
  boolean noInput;

  @Option(
      names = "--trace",
      fallbackValue = "true",
      description = "Show requests and answers on stderr, secrets and personal data masked.")
  boolean trace;

  @Option(
      names = "--trace-file",
      paramLabel = "FILE",
      description = "Append them to a file instead.")
  @Nullable String traceFile;

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  /** The flags, by their long names without dashes, that the config file may have defaults for. */
  public static Set<String> withDefaults() {
    return FlagDefaults.SHARED;
  }

  /**
   * Makes sure that the config file has defaults for such flags only.
   *
   * @throws Usage naming one that it should not have
   */
  public static void checkDefaults(Defaults defaults) {
    FlagDefaults.refuseUnknownKeys(defaults);
  }

  /** Whether the target was named among the words, not by the surroundings. */
  boolean targetNamed() {
    return spec.commandLine().getParseResult().hasMatchedOption("--target");
  }

  /**
   * The shared flags that were given among the words, as the variables that mean the same: for the
   * commands that run inside this one.
   */
  public Map<String, String> asVariables() {
    Map<String, String> variables = new HashMap<>();
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      String name = option.longestName().substring(2);
      if (FlagDefaults.SHARED.contains(name)) {
        String value =
            option.arity().max() == 0 ? "true" : String.valueOf(option.<Object>getValue());
        variables.put(Defaults.variable(name), value);
      }
    }
    return variables;
  }

  /** The words of the command, {@code user update} for example. */
  String commandWords() {
    String name = spec.qualifiedName(" ");
    return name.substring(name.indexOf(' ') + 1);
  }

  /** Opens the session these flags ask for. */
  public Session open(Workspace workspace) {
    return open(workspace, new RemoteFlags());
  }

  /** The same, for a command that may talk to a remote target. */
  public Session open(Workspace workspace, RemoteFlags remote) {
    OutputFormat usual = OutputFormat.standard(workspace.channels().terminals().out());
    return new Session(workspace, this, remote, format(usual));
  }

  /** The same, for a command with its own idea of the format where none is given. */
  public Session open(Workspace workspace, OutputFormat standard) {
    return new Session(workspace, this, new RemoteFlags(), format(standard));
  }

  /**
   * When output is coloured.
   *
   * @throws Usage where the word is none of those
   */
  ColorChoice colorChoice() {
    String word = color;
    if (word == null) {
      return ColorChoice.AUTO;
    }
    return Arrays.stream(ColorChoice.values())
        .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new Usage(Message.of("usage.color", word)));
  }

  private OutputFormat format(OutputFormat standard) {
    return output == null ? standard : OutputFormat.named(output);
  }
}
