package dev.profilectl.architecture.wrong.seed;

import dev.profilectl.architecture.Breaks;

/** Could be anything. */
@Breaks("NAMES")
final class SeedHelper {}
