package dev.profilectl.image.fetch;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits only so long for what may never end. */
public final class Deadline {
  private Deadline() {}

  /**
   * Does the work on a thread of its own and waits for it.
   *
   * @param limit how long, in all
   * @param threads where it runs. Interrupting a virtual thread closes the socket it waits for. A
   *     file's open call cannot be interrupted and would keep a carrier of the virtual threads for
   *     good, so that needs a platform thread, a daemon.
   * @throws TimeoutException when the time is over; the work is interrupted, or else abandoned
   */
  public static <T> T within(Duration limit, Thread.Builder threads, Callable<T> work)
      throws TimeoutException {
    FutureTask<T> task = new FutureTask<>(work);
    threads.start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted(Message.of("terminal.interrupted"));
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException told -> throw told;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed);
      }
    } finally {
      task.cancel(true);
    }
  }
}
