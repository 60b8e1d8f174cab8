package dev.profilectl.remote.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A fake's own time: the machine's, moved on by what a test says. */
final class Later {
  private final AtomicReference<Duration> by = new AtomicReference<>(Duration.ZERO);

  Instant now() {
    return Instant.now().plus(by.get());
  }

  void move(Duration more) {
    by.updateAndGet(more::plus);
  }
}
