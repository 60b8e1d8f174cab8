package dev.profilectl.terminal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;

/**
 * Ctrl-C and the wish to end, for work that can stop at a good place: the first is told, the second
 * ends the process at once.
 */
public final class Interrupts implements AutoCloseable {
  private static final int INTERRUPTED = 130;
  private static final int TERMINATED = 143;

  private final Object ofInt;
  private final Object ofTerm;
  private final AtomicInteger first = new AtomicInteger();
  private final IntConsumer told;
  private final IntConsumer halt;

  /**
   * Listens until it is closed.
   *
   * @param told takes the exit code of the process, 130 or 143, at the first; on another thread
   * @param halt ends the process with a code at once
   */
  public Interrupts(IntConsumer told, IntConsumer halt) {
    this.told = told;
    this.halt = halt;
    this.ofInt = Signals.register("INT", () -> come(INTERRUPTED));
    this.ofTerm = Signals.register("TERM", () -> come(TERMINATED));
  }

  private void come(int code) {
    if (first.compareAndSet(0, code)) {
      told.accept(code);
    } else {
      halt.accept(code);
    }
  }

  @Override
  public void close() {
    Signals.unregister("INT", ofInt);
    Signals.unregister("TERM", ofTerm);
  }
}
