package dev.profilectl.terminal;

import org.jline.utils.Signals;

/** Ctrl-C as a request to a thread, where it would end the process. */
public final class StoppableThread {
  private static final String SIGNAL = "INT";

  private StoppableThread() {}

  /** Does work that Ctrl-C interrupts; afterwards the thread is not interrupted any more. */
  public static void during(Runnable work) {
    Thread worker = Thread.currentThread();
    Object before = Signals.register(SIGNAL, worker::interrupt);
    try {
      work.run();
    } finally {
      Signals.unregister(SIGNAL, before);
      forget();
    }
  }

  /** What was pressed until now was about what is over. */
  public static void forget() {
    Thread.interrupted();
  }
}
