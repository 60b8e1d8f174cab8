package dev.profilectl.cli.run;

import picocli.CommandLine.Command;

/** The noun {@code run}. */
@Command(
    name = "run",
    header = {
      "See what commands changed; go on with them, try again, undo them.",
      "",
      "  profilectl run list",
      "  profilectl run undo 20261120-101500-k3x9a"
    })
public final class RunNoun {
  static final String ID = "The id of a run; \"run list\" shows them.";
}
