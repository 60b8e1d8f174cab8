package dev.profilectl.remote;

import dev.profilectl.profile.Wait;
import dev.profilectl.profile.Wait.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When the next request may start. All workers keep to one, so that one's 429 slows them all. */
final class Pace {
  private final Clock clock;
  private final Pause pause;
  private final @Nullable Duration spacing;
  private Instant next = Instant.MIN;
  private Instant heldUntil = Instant.MIN;
  private volatile Consumer<Wait> told = _ -> {};

  Pace(Clock clock, Pause pause, @Nullable Duration spacing) {
    this.clock = clock;
    this.pause = pause;
    this.spacing = spacing;
  }

  /** From now on tells of every wait. */
  void onWait(Consumer<Wait> listener) {
    told = listener;
  }

  /** Waits for a turn. */
  void await() throws InterruptedException {
    Duration wait = turn();
    if (wait.isPositive()) {
      if (!isHeld()) {
        told.accept(new Wait(Why.RATE, wait, 0));
      }
      pause.during(wait);
    }
  }

  private synchronized boolean isHeld() {
    return heldUntil.isAfter(clock.instant());
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
  void pause(Wait wait) throws InterruptedException {
    told.accept(wait);
    pause.during(wait.time());
  }

  /** Only whoever asks waits, because no answer came. */
  void pause(Duration time) throws InterruptedException {
    pause(new Wait(Why.NO_ANSWER, time, 0));
  }

  /** Nobody starts before this time is over. */
  void hold(Wait wait) {
    if (isLonger(clock.instant().plus(wait.time()))) {
      told.accept(wait);
    }
  }

  private synchronized boolean isLonger(Instant until) {
    if (!until.isAfter(next)) {
      return false;
    }
    next = until;
    heldUntil = until;
    return true;
  }
}
