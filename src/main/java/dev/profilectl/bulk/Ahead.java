package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Makes the next thing on a thread of its own while the last is used, so that reading and writing
 * go on side by side. Never more than one is made that nobody asked for yet.
 */
final class Ahead<T> implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ahead").factory());
  private final Supplier<T> source;
  private Future<T> next;

  /**
   * Begins at once.
   *
   * @param source makes one thing after another, always on the same thread; what it does is seen by
   *     who takes the thing
   */
  Ahead(Supplier<T> source) {
    this.source = source;
    this.next = thread.submit(source::get);
  }

  /**
   * The next thing; what the source throws is thrown here.
   *
   * @throws Failure.Interrupted where the thread is interrupted before it is there
   */
  T take() {
    T made;
    try {
      made = next.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted(Message.of("terminal.interrupted"));
    }
    next = thread.submit(source::get);
    return made;
  }

  /** Stops; what is being made is thrown away. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
