package dev.profilectl.architecture.wrong.failure;

import dev.profilectl.architecture.Breaks;
import java.time.Instant;

/** Asks the clock, which is to be handed in. */
@Breaks("WORLD")
public final class Clocked {
  /** When it was made. */
  final Instant at = Instant.now();
}
