package dev.profilectl.cli;

import dev.profilectl.output.OutputFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
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
      description = "The local store's file, or :memory: for this command alone.")
  @Nullable String store;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, json, ndjson, csv, tsv, yaml or id; table on a terminal, else tsv.")
  @Nullable String output;

  @Option(
      names = {"-q", "--quiet"},
      description = "No notes on stderr.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
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
      description = "Never ask; what is missing is an error that names its flag.")
  boolean noInput;

  @Option(
      names = "--trace",
      description = "Show requests and answers on stderr, secrets and personal data masked.")
  boolean trace;

  @Option(
      names = "--trace-file",
      paramLabel = "FILE",
      description = "Append them to a file instead.")
  @Nullable String traceFile;

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  /** Whether the target was named among the words, not by the surroundings. */
  boolean targetNamed() {
    return spec.commandLine().getParseResult().hasMatchedOption("--target");
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

  private OutputFormat format(OutputFormat standard) {
    return output == null ? standard : OutputFormat.named(output);
  }
}
