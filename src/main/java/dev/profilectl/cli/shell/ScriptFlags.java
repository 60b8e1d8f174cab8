package dev.profilectl.cli.shell;

import dev.profilectl.cli.FlagGroup;
import picocli.CommandLine.Option;

/** Flags of what runs many commands. */
@FlagGroup("Scripts")
final class ScriptFlags {
  @Option(
      names = "--keep-going",
      description = "After a command that fails go on with the next; exit 3 where others worked.")
  boolean keepGoing;

  /** Whether a command that fails leaves the next ones alone. */
  boolean keepGoing() {
    return keepGoing;
  }
}
