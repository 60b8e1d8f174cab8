package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does the rows of a run that are left, and writes down what became of each. */
public final class Execution {
  /** The most rows that may be begun before any of them is written down as done. */
  public static final int MOST_AT_ONCE = 5000;

  private final Job job;
  private final Limits limits;
  private final RunWatcher watcher;
  private final boolean knowsHistory;
  private final Recovery recovery;
  private long failures;

  /**
   * A run to be done.
   *
   * @param run as the journal knows it
   * @param journal the journal
   * @param directory whose users it is about
   * @param work what its rows mean
   * @param atOnce how many rows are begun before any of them is written down as done; at most
   *     {@link #MOST_AT_ONCE}
   * @param clock for the time that is left
   * @param locale the language in which the journal keeps what went wrong
   */
  public record Job(
      Run run,
      Journal journal,
      ProfileDirectory directory,
      RowWork work,
      int atOnce,
      Clock clock,
      Locale locale) {}

  /** Of a job, within limits. */
  public Execution(Job job, Limits limits, RunWatcher watcher) {
    this.job = job;
    this.limits = limits;
    this.watcher = watcher;
    this.knowsHistory = job.directory.features().contains(Feature.HISTORY);
    this.recovery = new Recovery(job);
  }

  /** Rows as far as they were thought through. */
  private static final class Open {
    private final RowRecord record;
    private Step step;
    private @Nullable Profile found;

    Open(RowRecord record, Step step) {
      this.record = record;
      this.step = step;
    }
  }

  /** Goes on until the last row, or a limit. */
  public Ending go() {
    String run = job.run.id();
    Counts before = job.journal.counts(run);
    // What failed before was told before; who goes on with a run wants it to go on.
    failures = job.run.state() == RunState.READING ? before.of(RowState.FAILED) : 0;
    long all = before.all();
    long done = all - before.left();
    long after = 0;
    job.journal.set(run, RunState.RUNNING);
    watcher.progress(done, all);
    Ending ending = limit();
    while (ending == null) {
      int most = limits.allOrNone() ? Integer.MAX_VALUE : job.atOnce;
      List<RowRecord> some = job.journal.left(run, after, most);
      if (some.isEmpty()) {
        ending = Ending.DONE;
        break;
      }
      after = some.getLast().row().seq();
      done += chunk(some);
      watcher.progress(done, all);
      ending = limit();
      if (ending != null && job.journal.left(run, after, 1).isEmpty() && done == all) {
        ending = Ending.DONE;
      }
    }
    if (ending == Ending.NOTHING) {
      return ending;
    }
    job.journal.set(run, ending == Ending.DONE ? RunState.DONE : RunState.STOPPED);
    return ending;
  }

  private @Nullable Ending limit() {
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

  /** Does some rows; the number of those that came to an end. */
  private int chunk(List<RowRecord> some) {
    List<RowResult> results = new ArrayList<>();
    List<Open> open = new ArrayList<>();
    for (RowRecord record : recovery.settle(some, results)) {
      open.add(new Open(record, think(record.row())));
    }
    ask(open);
    List<Open> acts = new ArrayList<>();
    List<RowResult> idle = new ArrayList<>();
    for (Open row : untilFirstFailure(open)) {
      switch (row.step) {
        case Step.Act _ -> acts.add(row);
        case Step.Fail fail -> idle.add(RowResult.failed(row.record.row(), fail.failure()));
        case Step.Rest _ ->
            idle.add(
                new RowResult(
                    row.record.row(), RowState.UNCHANGED, row.found, List.of(), null, List.of()));
        case Step.Ask again -> throw new IllegalStateException("asked twice: " + again.user());
      }
    }
    if (limits.allOrNone() && idle.stream().anyMatch(r -> r.failure() != null)) {
      // the others are not even tried
      idle.removeIf(result -> result.failure() == null);
      settle(idle);
      return idle.size();
    }
    announce(acts);
    List<Outcome> outcomes = apply(acts.stream().map(row -> ((Step.Act) row.step).edit()).toList());
    boolean undone =
        limits.allOrNone() && outcomes.stream().anyMatch(Outcome.Failed.class::isInstance);
    long end = undone ? 0 : Long.MAX_VALUE;
    for (int i = 0; i < outcomes.size(); i++) {
      Open row = acts.get(i);
      if (undone && !(outcomes.get(i) instanceof Outcome.Failed)) {
        continue;
      }
      RowResult done = RowResult.of(row.record, (Step.Act) row.step, outcomes.get(i));
      results.add(done);
      boolean ends = limits.failFast() && done.state() == RowState.FAILED;
      end = ends ? Math.min(end, done.row().seq()) : end;
    }
    for (RowResult result : idle) {
      if (result.row().seq() < end) {
        results.add(result);
      }
    }
    settle(results);
    return results.size();
  }

  /** All of them; where the first failure ends the run, those up to it. */
  private List<Open> untilFirstFailure(List<Open> open) {
    if (limits.failFast()) {
      for (int i = 0; i < open.size(); i++) {
        if (open.get(i).step instanceof Step.Fail) {
          return open.subList(0, i + 1);
        }
      }
    }
    return open;
  }

  private Step think(RunRow row) {
    try {
      return job.work.step(row);
    } catch (Failure failure) {
      return new Step.Fail(failure);
    }
  }

  /** Users that are known to be there need not be looked for again: the store checks by itself. */
  private void ask(List<Open> open) {
    List<Open> asking = new ArrayList<>();
    List<UserRef> users = new ArrayList<>();
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (Open row : open) {
      if (row.step instanceof Step.Ask ask) {
        ask.credential().ifPresent(proof -> job.directory.entrust(ask.user(), proof));
        UserId known = row.record.row().user();
        if (knowsHistory && known != null && ask.fields().isEmpty()) {
          Profile there = new Profile(known, 0, Map.of(), Set.of());
          row.step = ask.then().apply(new Lookup.Found(there));
        } else {
          asking.add(row);
          users.add(ask.user());
          fields.addAll(ask.fields());
        }
      }
    }
    if (users.isEmpty()) {
      return;
    }
    List<Lookup> found = job.directory.findAll(users, fields);
    for (int i = 0; i < found.size(); i++) {
      Open row = asking.get(i);
      if (found.get(i) instanceof Lookup.Found there) {
        row.found = there.user();
      }
      row.step = ((Step.Ask) row.step).then().apply(found.get(i));
    }
  }

  /** Where no history tells what was there before, the journal does, before it is changed. */
  private void announce(List<Open> acts) {
    if (knowsHistory) {
      return;
    }
    List<Mark> marks = new ArrayList<>();
    for (Open row : acts) {
      Profile before = row.found;
      if (before != null && ((Step.Act) row.step).edit() instanceof Edit.Update update) {
        List<FieldChange> changes =
            Recovery.sinceFirst(
                row.record.changes(), job.directory.kept(update.patch()).changesOn(before));
        marks.add(new Mark(row.record.row().seq(), RowState.STARTED, before.id(), changes, null));
      }
    }
    if (!marks.isEmpty()) {
      job.journal.mark(job.run.id(), marks);
    }
  }

  /** At the first failure nothing behind it is done, where that can be had. */
  private List<Outcome> apply(List<Edit> edits) {
    if (edits.isEmpty()) {
      return List.of();
    }
    if (limits.allOrNone()) {
      return job.directory.applyAtomically(edits, job.run.origin());
    }
    if (!limits.failFast() || !job.directory.features().contains(Feature.ATOMIC)) {
      return job.directory.apply(edits, job.run.origin());
    }
    List<Outcome> all = job.directory.applyAtomically(edits, job.run.origin());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Outcome.Failed failed) {
        List<Outcome> until =
            i == 0
                ? new ArrayList<>()
                : new ArrayList<>(job.directory.apply(edits.subList(0, i), job.run.origin()));
        until.add(failed);
        return until;
      }
    }
    return all;
  }

  private void settle(List<RowResult> results) {
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
  }
}
