package dev.profilectl.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the next request may start. All workers keep to one, so that one's 429 slows them all. */
final class Pace {
  private final Clock clock;
  private final Pause pause;
  private final @Nullable Duration spacing;
  private Instant next = Instant.MIN;

  Pace(Clock clock, Pause pause, @Nullable Duration spacing) {
    this.clock = clock;
    this.pause = pause;
    this.spacing = spacing;
  }

  /** Waits for a turn. */
  void await() throws InterruptedException {
    Duration wait = turn();
    if (wait.isPositive()) {
      pause.during(wait);
    }
  }

  private synchronized Duration turn() {
    Instant now = clock.instant();
    Instant mine = next.isAfter(now) ? next : now;
    if (spacing != null) {
      next = mine.plus(spacing);
    }
    return Duration.between(now, mine);
  }

  /** Only whoever asks waits. */
  void pause(Duration time) throws InterruptedException {
    pause.during(time);
  }

  /** Nobody starts before this time is over. */
  synchronized void hold(Duration time) {
    Instant until = clock.instant().plus(time);
    if (until.isAfter(next)) {
      next = until;
    }
  }
}
