package dev.profilectl.profile;

import java.time.Duration;

/**
 * That nothing is sent for a while, and why.
 *
 * @param why the reason
 * @param time how long, from now
 * @param status the HTTP status that the server answered; 0 where it did not
 */
public record Wait(Why why, Duration time, int status) {
  /** Reasons to wait. */
  public enum Why {
    /** The server says for how long. */
    ASKED,
    /** It has too much to do, and does not say for how long. */
    BUSY,
    /** It failed. */
    FAILED,
    /** It did not answer. */
    NO_ANSWER,
    /** No more requests are wanted at a time than this. */
    RATE
  }
}
