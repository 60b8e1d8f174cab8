package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

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
    Map<Object, List<Integer>> together = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Object about = rows.get(i).step() instanceof Step.Ask ask ? ask.user().text() : i;
      together.computeIfAbsent(about, _ -> new ArrayList<>()).add(i);
    }
    @Nullable RowResult[] results = new RowResult[rows.size()];
    int threads = Math.max(1, Math.min(job.directory().atOnce(), together.size()));
    try (ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
      List<Future<?>> running = new ArrayList<>();
      for (List<Integer> some : together.values()) {
        running.add(pool.submit(() -> some.forEach(i -> results[i] = begin(rows.get(i)))));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted(Message.of("terminal.interrupted"));
    } catch (ExecutionException broken) {
      throw broken.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(broken);
    }
    List<RowResult> begun = new ArrayList<>();
    for (RowResult result : results) {
      if (result != null) {
        begun.add(result);
      }
    }
    return begun;
  }

  private @Nullable RowResult begin(Thought row) {
    if (!goesOn.test(failures.get())) {
      return null;
    }
    thinking.ask(List.of(row));
    RowResult result = row.step() instanceof Step.Act act ? act(row, act) : row.idle();
    if (result.state() == RowState.FAILED) {
      failures.incrementAndGet();
    }
    return result;
  }

  private RowResult act(Thought row, Step.Act act) {
    row.announcement(job.directory()).ifPresent(announcements::make);
    List<Outcome> outcomes = job.directory().apply(List.of(act.edit()), job.run().origin());
    return RowResult.of(row.record(), act, Objects.requireNonNull(outcomes.getFirst()));
  }
}
