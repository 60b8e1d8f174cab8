package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
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
final class RowByRow implements AutoCloseable {
  private final Execution.Job job;
  private final Thinking thinking;
  private final LongPredicate goesOn;
  private final Announcements announcements;
  private final ExecutorService workers;
  private final AtomicLong failures;

  /** The last row about each user of those that are under way. */
  private final Map<Object, Future<?>> last = new HashMap<>();

  private volatile boolean broken;

  /**
   * Of a run.
   *
   * @param goesOn whether one more row is begun, after so many failures; asked on any thread
   * @param failures that count already
   */
  RowByRow(Execution.Job job, Thinking thinking, LongPredicate goesOn, long failures) {
    this.job = job;
    this.thinking = thinking;
    this.goesOn = goesOn;
    this.failures = new AtomicLong(failures);
    this.announcements =
        new Announcements(marks -> job.journal().mark(job.run().id(), List.copyOf(marks)));
    this.workers =
        Executors.newFixedThreadPool(job.directory().atOnce(), Thread.ofVirtual().factory());
  }

  /** Rows that were given together. */
  final class Lot {
    private final @Nullable RowResult[] results;
    private final List<Future<?>> running = new ArrayList<>();

    private Lot(int rows) {
      results = new RowResult[rows];
    }

    /**
     * Waits for them: what became of those that were begun, in their order. What a row threw is
     * thrown here, and no other is begun.
     *
     * @throws Failure.Interrupted where the thread is interrupted; no other is begun then
     */
    List<RowResult> results() {
      try {
        for (Future<?> one : running) {
          one.get();
        }
      } catch (InterruptedException stopped) {
        broken = true;
        Thread.currentThread().interrupt();
        throw new Failure.Interrupted(Message.of("terminal.interrupted"));
      } catch (ExecutionException thrown) {
        broken = true;
        throw thrown.getCause() instanceof RuntimeException failure
            ? failure
            : new IllegalStateException(thrown.getCause());
      }
      last.values().removeIf(Future::isDone);
      List<RowResult> begun = new ArrayList<>();
      for (RowResult result : results) {
        if (result != null) {
          begun.add(result);
        }
      }
      return begun;
    }
  }

  /** Rows that come behind those that were given before. */
  Lot give(List<Thought> rows) {
    Map<Object, List<Integer>> together = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      together.computeIfAbsent(about(rows.get(i)), _ -> new ArrayList<>()).add(i);
    }
    Lot lot = new Lot(rows.size());
    together.forEach(
        (about, places) -> {
          Future<?> before = last.get(about);
          Future<?> mine =
              workers.submit(
                  () -> {
                    // it was given earlier, so that a worker has it already
                    if (before != null && before.state() != Future.State.SUCCESS) {
                      before.get();
                    }
                    for (int place : places) {
                      lot.results[place] = begin(rows.get(place));
                    }
                    return null;
                  });
          last.put(about, mine);
          lot.running.add(mine);
        });
    return lot;
  }

  private static Object about(Thought row) {
    return row.step() instanceof Step.Ask ask ? ask.user().text() : row;
  }

  private @Nullable RowResult begin(Thought row) {
    if (broken || !goesOn.test(failures.get())) {
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

  /** Waits for what is under way; nothing else is begun. */
  @Override
  public void close() {
    broken = true;
    workers.close();
  }
}
