package dev.profilectl.remote;

import dev.profilectl.failure.Failure;
import java.time.Duration;

/** A change that may or may not have been made: whoever asked for it has to look. */
final class Unsettled extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Failure told;
  private final Duration wait;

  /**
   * Not known.
   *
   * @param told what to say where looking does not help either
   * @param wait before looking
   */
  Unsettled(Failure told, Duration wait) {
    super(told);
    this.told = told;
    this.wait = wait;
  }

  Failure told() {
    return told;
  }

  Duration pause() {
    return wait;
  }
}
