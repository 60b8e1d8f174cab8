package dev.profilectl.bulk;

import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Workers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/**
 * Does rows on a target that takes several calls at once: each is looked up, announced and changed
 * by itself, so that little time goes by between what was seen and what is written. Rows about one
 * user keep their order.
 */
final class RowByRow {
  private final Execution.Job job;
  private final Thinking thinking;
  private final LongPredicate goesOn;
  private final Announcements announcements;
  private final AtomicLong failures = new AtomicLong();

  /**
   * Of a run.
   *
   * @param goesOn whether one more row is begun, after so many failures here; asked on any thread
   */
  RowByRow(Execution.Job job, Thinking thinking, LongPredicate goesOn) {
    this.job = job;
    this.thinking = thinking;
    this.goesOn = goesOn;
    this.announcements =
        new Announcements(marks -> job.journal().mark(job.run().id(), List.copyOf(marks)));
  }

  /** What became of those that were begun, in their order. */
  List<RowResult> go(List<Thought> rows) {
    return new Workers(job.directory().atOnce())
        .each(rows, RowByRow::about, this::begin).stream().flatMap(Optional::stream).toList();
  }

  private static Object about(Thought row) {
    return row.step() instanceof Step.Ask ask ? ask.user().text() : row;
  }

  private Optional<RowResult> begin(Thought row) {
    if (!goesOn.test(failures.get())) {
      return Optional.empty();
    }
    thinking.ask(List.of(row));
    RowResult result = row.step() instanceof Step.Act act ? act(row, act) : row.idle();
    if (result.state() == RowState.FAILED) {
      failures.incrementAndGet();
    }
    return Optional.of(result);
  }

  private RowResult act(Thought row, Step.Act act) {
    row.announcement(job.directory()).ifPresent(announcements::make);
    List<Outcome> outcomes = job.directory().apply(List.of(act.edit()), job.run().origin());
    return RowResult.of(row.record(), act, Objects.requireNonNull(outcomes.getFirst()));
  }
}
