package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does the rows of a run that are left, and writes down what became of each. */
public final class Execution {
  /** The most rows that may be begun before any of them is written down as done. */
  public static final int MOST_AT_ONCE = 5_000;

  private final Job job;
  private final Limits limits;
  private final RunWatcher watcher;
  private final boolean knowsHistory;
  private final Recovery recovery;
  private final Thinking thinking;
  private final boolean atOnce;

  /** How many lots of rows are begun while another is not settled, so that no worker waits. */
  private final int besides;

  private long failures;

  /**
   * A run to be done.
   *
   * @param run as the journal knows it
   * @param journal the journal
   * @param directory whose users it is about
   * @param work what its rows mean
   * @param together how many rows are begun together, before the next are read; at most {@link
   *     #MOST_AT_ONCE}
   * @param clock for the time that is left
   * @param locale the language in which the journal keeps what went wrong
   */
  public record Job(
      Run run,
      Journal journal,
      ProfileDirectory directory,
      RowWork work,
      int together,
      Clock clock,
      Locale locale) {}

  /** Of a job, within limits. */
  public Execution(Job job, Limits limits, RunWatcher watcher) {
    this.job = job;
    this.limits = limits;
    this.watcher = watcher;
    this.knowsHistory = job.directory.features().contains(Feature.HISTORY);
    this.recovery = new Recovery(job);
    this.thinking = new Thinking(job, limits.allOrNone());
    this.atOnce = job.directory.atOnce() > 1;
    this.besides = atOnce && !limits.failFast() ? 1 : 0;
  }

  /** Goes on until the last row, or a limit. */
  public Ending go() {
    String run = job.run.id();
    Counts before = job.journal.counts(run);
    // What failed before was told before; who goes on with a run wants it to go on.
    failures = job.run.state() == RunState.READING ? before.of(RowState.FAILED) : 0;
    long all = before.all();
    long done = all - before.left();
    job.journal.set(run, RunState.RUNNING);
    watcher.progress(done, all);
    Ending ending = limit(failures);
    Queue<Supplier<List<RowResult>>> begun = new ArrayDeque<>();
    LongPredicate goesOn = failed -> limit(failed) == null;
    try (Ahead<List<Thought>> ahead = new Ahead<>(thinking::next);
        RowByRow workers = new RowByRow(job, thinking, goesOn, failures)) {
      while (ending == null || !begun.isEmpty()) {
        List<Thought> some = ending == null ? ahead.take() : List.of();
        if (!some.isEmpty()) {
          begun.add(begin(some, workers));
        }
        if (begun.size() > (some.isEmpty() ? 0 : besides)) {
          done += settle(begun.remove().get());
          watcher.progress(done, all);
        }
        if (ending == null) {
          ending = some.isEmpty() && begun.isEmpty() ? Ending.DONE : limit(failures);
        }
      }
    }
    if (ending != Ending.NOTHING && job.journal.left(run, 0, 1).isEmpty()) {
      // too late to end it early
      ending = Ending.DONE;
    }
    if (ending == Ending.NOTHING) {
      return ending;
    }
    job.journal.set(run, ending == Ending.DONE ? RunState.DONE : RunState.STOPPED);
    return ending;
  }

  private @Nullable Ending limit(long failures) {
    if (limits.allOrNone() && failures > 0) {
      return Ending.NOTHING;
    }
    Long most = limits.mostErrors();
    if (limits.failFast() && failures > 0) {
      return Ending.FAIL_FAST;
    }
    if (most != null && failures > most) {
      return Ending.ERRORS;
    }
    if (limits.sign().isRaised()) {
      return Ending.ASKED;
    }
    return limits.until() != null && !job.clock.instant().isBefore(limits.until())
        ? Ending.TIME
        : null;
  }

  /** Begins some rows; what became of them, once they have come to an end. */
  private Supplier<List<RowResult>> begin(List<Thought> some, RowByRow workers) {
    List<RowResult> results = new ArrayList<>();
    List<Thought> open = new ArrayList<>();
    for (Thought row : some) {
      Optional<RowResult> known = recovery.known(row.record());
      known.ifPresentOrElse(results::add, () -> open.add(row));
    }
    if (atOnce) {
      RowByRow.Lot lot = workers.give(untilLastFailure(open));
      return () -> Stream.concat(results.stream(), lot.results().stream()).toList();
    }
    results.addAll(together(open));
    return () -> results;
  }

  private List<RowResult> together(List<Thought> open) {
    thinking.ask(open);
    List<Thought> acts = new ArrayList<>();
    List<RowResult> idle = new ArrayList<>();
    for (Thought row : untilLastFailure(open)) {
      if (row.step() instanceof Step.Act) {
        acts.add(row);
      } else {
        idle.add(row.idle());
      }
    }
    if (limits.allOrNone() && idle.stream().anyMatch(r -> r.failure() != null)) {
      // the others are not even tried
      idle.removeIf(result -> result.failure() == null);
      return idle;
    }
    List<RowResult> results = new ArrayList<>();
    announce(acts);
    Bite.Done done = bite(acts, idle);
    boolean undone =
        limits.allOrNone() && done.outcomes().stream().anyMatch(Outcome.Failed.class::isInstance);
    for (int i = 0; i < done.outcomes().size(); i++) {
      Thought row = acts.get(i);
      if (!undone || done.outcomes().get(i) instanceof Outcome.Failed) {
        results.add(RowResult.of(row.record(), (Step.Act) row.step(), done.outcomes().get(i)));
      }
    }
    for (RowResult result : idle) {
      if (!undone && result.row().seq() <= done.end()) {
        results.add(result);
      }
    }
    return results;
  }

  private Bite.Done bite(List<Thought> acts, List<RowResult> idle) {
    List<Bite.Act> edits = new ArrayList<>();
    for (Thought row : acts) {
      edits.add(new Bite.Act(row.record().row().seq(), ((Step.Act) row.step()).edit()));
    }
    List<Long> failed = new ArrayList<>();
    for (RowResult result : idle) {
      if (result.state() == RowState.FAILED) {
        failed.add(result.row().seq());
      }
    }
    return new Bite(job, limits.allOrNone(), allowed()).take(edits, failed);
  }

  /** How many more failures there may be before one ends the run. */
  private long allowed() {
    Long most = limits.mostErrors();
    return limits.failFast() ? 0 : most == null ? Long.MAX_VALUE : Math.max(0, most - failures);
  }

  /** All of them; where a failure ends the run, those up to it. */
  private List<Thought> untilLastFailure(List<Thought> open) {
    long failed = 0;
    for (int i = 0; i < open.size(); i++) {
      failed += open.get(i).step() instanceof Step.Fail ? 1 : 0;
      if (failed > allowed()) {
        return open.subList(0, i + 1);
      }
    }
    return open;
  }

  /** Where no history tells what was there before, the journal does, before it is changed. */
  private void announce(List<Thought> acts) {
    if (knowsHistory) {
      return;
    }
    List<Mark> marks = new ArrayList<>();
    acts.forEach(row -> row.announcement(job.directory).ifPresent(marks::add));
    if (!marks.isEmpty()) {
      job.journal.mark(job.run.id(), marks);
    }
  }

  private int settle(List<RowResult> results) {
    List<RowResult> inOrder =
        results.stream().sorted(Comparator.comparingLong(result -> result.row().seq())).toList();
    List<Mark> marks = new ArrayList<>();
    for (RowResult result : inOrder) {
      Failure failure = result.failure();
      Profile user = result.user();
      boolean told = knowsHistory || result.state() == RowState.UNCHANGED;
      marks.add(
          new Mark(
              result.row().seq(),
              result.state(),
              user == null ? null : user.id(),
              told ? List.of() : result.changes(),
              failure == null ? null : Trouble.of(failure, job.locale)));
      failures += result.state() == RowState.FAILED ? 1 : 0;
    }
    job.journal.mark(job.run.id(), marks);
    inOrder.forEach(watcher::row);
    return inOrder.size();
  }
}
