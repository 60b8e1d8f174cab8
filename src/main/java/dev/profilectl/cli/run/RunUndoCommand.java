package dev.profilectl.cli.run;

import dev.profilectl.bulk.Cells;
import dev.profilectl.bulk.Difference;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.PutBack;
import dev.profilectl.bulk.RowBatches;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunRow;
import dev.profilectl.bulk.RunState;
import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.bulk.KnownRun;
import dev.profilectl.cli.bulk.RunDesk;
import dev.profilectl.cli.bulk.RunFlags;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.ProfileDirectory;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code run undo}. */
@Command(
    name = "undo",
    header = {
      "Put back what a run changed, where nobody changed it since.",
      "",
      "  profilectl run undo 20261120-101500-k3x9a --dry-run",
      "  profilectl run undo 20261120-101500-k3x9a --reason \"wrong file\""
    })
public final class RunUndoCommand implements Callable<Integer> {
  /** Set in an undo that puts pictures back and nothing else. */
  static final String PICTURES = "pictures";

  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ChangeFlags change;
  @Mixin RunFlags running;

  @Parameters(paramLabel = "RUN", description = RunNoun.ID)
  String id;

  /** In a workspace. */
  public RunUndoCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      running.check(session);
      KnownRun known = KnownRun.of(session, id);
      session.moveTo(known.run().target());
      boolean pictures = picturesAlone(known.journal());
      Feature need = pictures ? Feature.SET_AVATAR : Feature.UPDATE_PROFILE;
      ProfileDirectory directory = session.directory(change, need);
      if (known.run().state() == RunState.RUNNING && !change.dryRun()) {
        known.journal().claim(id);
      }
      Journal journal = session.journal(change);
      Run run =
          new Run(
              change.origin(session),
              known.run().target(),
              "run undo " + id,
              workspace.clock().instant().truncatedTo(ChronoUnit.MILLIS),
              RunState.READING,
              pictures ? Map.of("kind", "put-back", PICTURES, "") : Map.of("kind", "put-back"));
      journal.begin(run);
      RunDesk desk = new RunDesk(session, change, running);
      RunDesk.Task task =
          new RunDesk.Task(run, journal, directory, PutBack.undoing(known.journal(), directory));
      boolean begun = false;
      try {
        desk.ask(task, takeDown(known.journal(), new RowBatches(journal, run.id())));
        begun = true;
      } finally {
        if (!begun) {
          journal.drop(run.id());
        }
      }
      return desk.go(task);
    }
  }

  /** Whether the run replaced pictures that are kept here, and did nothing else. */
  private boolean picturesAlone(Journal journal) {
    boolean[] any = {false, false};
    journal.changes(id, done -> any[done.pictured() ? 0 : 1] = true);
    return any[0] && !any[1];
  }

  /** Writes down what is to be put back, a row a user. */
  private long takeDown(Journal from, RowBatches rows) {
    long[] seq = {0};
    from.changes(
        id,
        done ->
            rows.accept(
                new RunRow(
                    ++seq[0],
                    0,
                    done.name(),
                    Cells.text(Difference.undoing(id, done).members(), Set.of()),
                    done.user())));
    rows.close();
    return rows.count();
  }
}
