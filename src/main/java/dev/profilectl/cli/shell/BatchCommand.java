package dev.profilectl.cli.shell;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code batch}. */
@Command(
    name = "batch",
    header = {
      "Run commands from a file, one a line, in one process.",
      "",
      "  profilectl batch monday.txt --dry-run",
      "  profilectl batch - --keep-going --reason \"ticket 4711\""
    })
public final class BatchCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ChangeFlags change;
  @Mixin ScriptFlags script;

  @Parameters(paramLabel = "FILE", description = "UTF-8 text; - for standard input.")
  String file;

  /** In a workspace. */
  public BatchCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    if (workspace.place().isPresent()) {
      throw new Usage(Message.of("script.not-here", "batch"));
    }
    try (Session session = shared.open(workspace, remote)) {
      return Scripts.play(
          session, new Scripts.Script(file, script.keepGoing(), shared.asVariables(), null));
    }
  }
}
