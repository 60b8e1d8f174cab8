package dev.profilectl.remote;

import java.time.Duration;

/** Waits; a test's does not. */
@FunctionalInterface
public interface Pause {
  /** Returns when the time is over. */
  void during(Duration time) throws InterruptedException;
}
