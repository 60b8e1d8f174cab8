package dev.profilectl.cli.run;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.bulk.KnownRun;
import dev.profilectl.cli.bulk.RunDesk;
import dev.profilectl.cli.bulk.RunFlags;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run retry}. */
@Command(
    name = "retry",
    header = {
      "Try the rows of a run again that failed.",
      "",
      "  profilectl run retry 20261120-101500-k3x9a",
      "  profilectl run retry 20261120-101500-k3x9a --concurrency 1"
    })
public final class RunRetryCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ChangeFlags change;
  @Mixin RunFlags running;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "The file it was started with, for passwords, which the journal does not keep.")
  @Nullable String input;

  @Parameters(paramLabel = "RUN", description = RunNoun.ID)
  String id;

  /** In a workspace. */
  public RunRetryCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      running.check(session);
      KnownRun known = KnownRun.of(session, id);
      RunDesk desk = new RunDesk(session, change, running);
      return new RunAgain(session, change, desk).go(known, input, true);
    }
  }
}
