package dev.profilectl.cli.run;

import dev.profilectl.bulk.ImportChoice;
import dev.profilectl.bulk.ImportWork;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.PutBack;
import dev.profilectl.bulk.RowReader;
import dev.profilectl.bulk.RowWork;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunCopy;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.Withheld;
import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.avatar.PictureImport;
import dev.profilectl.cli.bulk.InputFlags;
import dev.profilectl.cli.bulk.KnownRun;
import dev.profilectl.cli.bulk.RunDesk;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.ProfileDirectory;
import org.jspecify.annotations.Nullable;

/** Goes on with a run, by what the journal knows of it. */
final class RunAgain {
  private final Session session;
  private final ChangeFlags change;
  private final RunDesk desk;

  RunAgain(Session session, ChangeFlags change, RunDesk desk) {
    this.session = session;
    this.change = change;
    this.desk = desk;
  }

  /**
   * Does the rows that are left.
   *
   * @param input the file that the run was started with, for what the journal does not keep
   * @param retry whether those that failed are tried again
   */
  int go(KnownRun known, @Nullable String input, boolean retry) {
    Run run = known.run();
    session.moveTo(run.target());
    boolean pictures = kind(run).equals(PictureImport.KIND);
    Feature need =
        pictures || run.settings().containsKey(RunUndoCommand.PICTURES)
            ? Feature.SET_AVATAR
            : Feature.UPDATE_PROFILE;
    ProfileDirectory directory = session.directory(change, need);
    if (!change.dryRun()) {
      known.journal().claim(run.id());
    }
    if (run.state() == RunState.READING) {
      throw new Usage(Message.of("run.nothing-begun", run.id(), run.command()));
    }
    if (retry && run.state() == RunState.RUNNING) {
      // what became of its last rows has to be found out first
      throw new Conflict(Message.of("run.resume-first", run.id()));
    }
    Journal journal = known.journal();
    if (change.dryRun()) {
      journal = session.journal(change);
      RunCopy.copy(run, known.journal(), journal);
    }
    if (retry) {
      journal.again(run.id());
    }
    try (RowWork work =
        pictures
            ? PictureImport.again(run, directory, known.journal())
            : work(known, directory, input)) {
      ProfileDirectory users = pictures ? PictureImport.around(directory, run) : directory;
      return desk.go(new RunDesk.Task(run, journal, users, work));
    }
  }

  private static String kind(Run run) {
    return run.settings().getOrDefault("kind", "");
  }

  private RowWork work(KnownRun known, ProfileDirectory directory, @Nullable String input) {
    Run run = known.run();
    return switch (kind(run)) {
      case "import" -> {
        ImportChoice choice = ImportChoice.of(run.settings());
        ImportWork work = new ImportWork(choice, session.rules(), new Withheld());
        if (input != null) {
          try (RowReader reader = InputFlags.again(session.workspace(), input, run.settings())) {
            work.readSecrets(reader);
          }
        }
        yield work;
      }
      case "put-back" -> PutBack.undoing(known.journal(), directory);
      case "plan" -> PutBack.planned();
      default -> throw new Usage(Message.of("run.no-rows", run.id()));
    };
  }
}
