package dev.profilectl.architecture.wrong.config;

import dev.profilectl.architecture.Breaks;

/** Anybody may extend it. */
@Breaks("CLOSED")
class Open {
  /** Nobody but those it names may extend this. */
  static sealed class Sealed {}

  /** One of those. */
  static final class Only extends Sealed {}
}
