package dev.profilectl.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wrong tokens or passwords by the address they come from: whoever has made many has to wait. */
final class Guesses {
  /** So many addresses are remembered; those that were quiet longest go first. */
  private static final int MOST = 10_000;

  private final int burst;
  private final Duration pause;
  private final Clock clock;

  /** When all wrong ones of an address will be forgotten. */
  private final Map<String, Instant> clean = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Forgives one wrong one after each pause.
   *
   * @param burst how many may be wrong in a row, at least 1
   */
  Guesses(int burst, Duration pause, Clock clock) {
    this.burst = burst;
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * Lets an address have a try.
   *
   * @throws Refused with 429 where it has made too many
   */
  synchronized void check(String address) {
    Duration owed = owed(address).minus(pause.multipliedBy(burst - 1L));
    if (owed.isPositive()) {
      throw Refused.tooManyGuesses(owed.plusNanos(999_999_999).toSeconds());
    }
  }

  /** Notes that a try of an address was wrong. */
  synchronized void wrong(String address) {
    clean.put(address, clock.instant().plus(owed(address)).plus(pause));
    if (clean.size() > MOST) {
      clean.remove(clean.keySet().iterator().next());
    }
  }

  private Duration owed(String address) {
    Instant now = clock.instant();
    Instant until = clean.getOrDefault(address, now);
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }
}
