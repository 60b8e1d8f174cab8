package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.Counts;
import dev.profilectl.bulk.Ending;
import dev.profilectl.bulk.Execution;
import dev.profilectl.bulk.Foresight;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Limits;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.RowWork;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.StopSign;
import dev.profilectl.cli.BeforeAsking;
import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Foreseen;
import dev.profilectl.cli.Protection;
import dev.profilectl.cli.Session;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.terminal.Interrupts;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Has runs done: shows them, ends them at limits and signals, and tells what became of them. */
public final class RunDesk {
  private static final int ROUNDS = 8;

  private final Session session;
  private final ChangeFlags change;
  private final RunFlags flags;
  private final AtomicInteger signal = new AtomicInteger();
  private final StopSign sign = new StopSign();

  /** For one command. */
  public RunDesk(Session session, ChangeFlags change, RunFlags flags) {
    this.session = session;
    this.change = change;
    this.flags = flags;
  }

  /**
   * What is done.
   *
   * @param run as the journal knows it
   * @param journal the journal
   * @param directory whose users it is about
   * @param work what its rows mean
   */
  public record Task(Run run, Journal journal, ProfileDirectory directory, RowWork work) {}

  /** The progress of this command. */
  ProgressLine progress() {
    return new ProgressLine(session, flags.progress);
  }

  /** Does the rows that are left; gives the exit code. */
  public int go(Task task) {
    String file = task.run().settings().getOrDefault("file", "");
    try (RunView view = new RunView(session, file, progress())) {
      return go(task, view);
    }
  }

  /**
   * Asks first where a protected target is to be changed, and shows what the first rows will do.
   */
  public void ask(Task task, long rows) {
    Foresight.Task seen =
        new Foresight.Task(task.run.id(), task.journal, task.directory, task.work);
    Protection.ask(
        session,
        change,
        rows,
        () -> Foreseen.changes(session, task.directory, Foresight.of(seen, BeforeAsking.MOST)));
  }

  int go(Task task, RunView view) {
    Counts before = task.journal().counts(task.run().id());
    Execution.Job job =
        new Execution.Job(
            task.run(),
            task.journal(),
            task.directory(),
            task.work(),
            task.work().together(together()),
            session.workspace().clock(),
            session.locale());
    task.directory().onWait(view::waiting);
    Ending ending;
    try (Interrupts _ = new Interrupts(this::come, session.workspace()::halt)) {
      boolean atomic = task.run().settings().containsKey(Run.ATOMIC);
      Limits limits = flags.limits(session, before.all(), sign, atomic);
      ending = new Execution(job, limits, view).go();
    }
    view.end();
    return end(task, ending);
  }

  private void come(int code) {
    signal.set(code);
    sign.raise();
    session.workspace().channels().err().println(Message.of("run.ending").in(session.locale()));
  }

  /** So many that workers have enough to do while others are written down, and no more. */
  private int together() {
    return session
        .target()
        .map(target -> session.choice(target).target().number(TargetSetting.CONCURRENCY))
        .map(concurrency -> flags.failFast ? concurrency : concurrency * ROUNDS)
        .orElse(Execution.MOST_AT_ONCE);
  }

  private int end(Task task, Ending ending) {
    Run run = task.run();
    Counts counts = task.journal().counts(run.id());
    RunReports reports = new RunReports(session, task.journal(), run);
    if (flags.rejects != null) {
      reports.rejects(flags.rejects);
    }
    if (flags.report != null) {
      reports.report(flags.report);
    }
    if (ending == Ending.NOTHING) {
      task.journal().drop(run.id());
      session.note(Message.of("bulk.nothing-done", counts.of(RowState.FAILED), counts.all()));
      return ExitCode.of(0, counts.kinds()).number();
    }
    tell(run, counts, ending);
    change.note(session);
    boolean changes = counts.of(RowState.CREATED, RowState.CHANGED, RowState.DELETED) > 0;
    return switch (ending) {
      case DONE, FAIL_FAST -> change.exit(ExitCode.of(counts.good(), counts.kinds()), changes);
      case NOTHING, ERRORS, TIME -> ExitCode.STOPPED.number();
      case ASKED -> signal.get();
    };
  }

  private void tell(Run run, Counts counts, Ending ending) {
    session.note(
        Message.of(
            "bulk.summary",
            counts.of(RowState.CHANGED),
            counts.of(RowState.CREATED),
            counts.of(RowState.UNCHANGED),
            counts.of(RowState.FAILED),
            counts.all()));
    if (counts.of(RowState.DELETED) > 0) {
      session.note(Message.of("bulk.summary-deleted", counts.of(RowState.DELETED)));
    }
    if (change.dryRun()) {
      return;
    }
    if (ending != Ending.DONE) {
      session.note(
          Message.of(
              "run.stopped-" + ending.name().toLowerCase(Locale.ROOT).replace('_', '-'),
              counts.left(),
              run.id() + session.storeWords()));
    } else if (counts.of(RowState.CREATED, RowState.CHANGED, RowState.DELETED) > 0) {
      session.note(Message.of("run.undo-hint", run.id() + session.storeWords()));
    }
  }
}
