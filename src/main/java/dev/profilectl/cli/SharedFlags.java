package dev.profilectl.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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

  /** Opens the session these flags ask for. */
  public Session open(Workspace workspace) {
    return new Session(workspace, this);
  }
}
