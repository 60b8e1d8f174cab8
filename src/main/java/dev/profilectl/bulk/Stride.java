package dev.profilectl.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * How many rows are begun before any of them is written down as done: more while they come to an
 * end soon, since workers wait for the last of each lot, and fewer where a lot takes long, since a
 * run that is asked to end does not end before.
 */
public final class Stride {
  private static final Duration SOON = Duration.ofMillis(1500);
  private static final Duration LONG = Duration.ofSeconds(5);

  private final int least;
  private final int most;
  private volatile int rows;

  private Stride(int least, int most) {
    this.least = Math.max(1, Math.min(least, Execution.MOST_AT_ONCE));
    this.most = Math.max(this.least, Math.min(most, Execution.MOST_AT_ONCE));
    this.rows = this.least;
  }

  /** Always as many, at most {@link Execution#MOST_AT_ONCE}. */
  public static Stride of(int rows) {
    return new Stride(rows, rows);
  }

  /** From so many to so many, at most {@link Execution#MOST_AT_ONCE}. */
  public static Stride between(int least, int most) {
    return new Stride(least, most);
  }

  /** The same, but never more than so many. */
  public Stride atMost(int rows) {
    return new Stride(Math.min(least, rows), Math.min(most, rows));
  }

  /** How many are begun next. */
  int rows() {
    return rows;
  }

  /** Does so many, and learns from the time that takes. */
  <T> T timed(Clock clock, Supplier<T> work) {
    if (least == most) {
      return work.get();
    }
    Instant begun = clock.instant();
    T result = work.get();
    took(Duration.between(begun, clock.instant()));
    return result;
  }

  private void took(Duration time) {
    if (time.compareTo(SOON) < 0) {
      rows = Math.min(most, rows * 2);
    } else if (time.compareTo(LONG) > 0) {
      rows = Math.max(least, rows / 2);
    }
  }
}
