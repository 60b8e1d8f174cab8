package dev.profilectl.remote;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Works on many things at once, but on those that belong together one after the other.
 *
 * @param atOnce how many
 */
record Workers(int atOnce) {
  /**
   * The results, in the order of the things.
   *
   * @param together what things that keep their order have in common
   * @param work on one; where it throws no other is begun
   * @throws Failure.Interrupted where the thread is interrupted; no other is begun then
   */
  <T, K, R> List<R> each(List<T> things, Function<T, K> together, Function<T, R> work) {
    if (things.size() == 1) {
      return List.of(work.apply(things.getFirst()));
    }
    Map<K, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < things.size(); i++) {
      groups.computeIfAbsent(together.apply(things.get(i)), _ -> new ArrayList<>()).add(i);
    }
    Object[] results = new Object[things.size()];
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(atOnce, Math.max(1, groups.size())), Thread.ofVirtual().factory())) {
      List<Future<?>> running = new ArrayList<>();
      for (List<Integer> group : groups.values()) {
        running.add(
            pool.submit(
                () -> {
                  for (int i : group) {
                    if (!over.get()) {
                      results[i] = work.apply(things.get(i));
                    }
                  }
                }));
      }
      try {
        for (Future<?> one : running) {
          one.get();
        }
      } finally {
        over.set(true);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted(Message.of("terminal.interrupted"));
    } catch (ExecutionException broken) {
      throw broken.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(broken.getCause());
    }
    @SuppressWarnings("unchecked") // each was put there by this method
    List<R> all = (List<R>) List.of(results);
    return all;
  }
}
