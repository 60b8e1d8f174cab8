package dev.profilectl.architecture.wrong.util;

import dev.profilectl.architecture.Breaks;

/** A home for the homeless, and not in the map. */
@Breaks({"NAMES", "WALLS"})
final class Anything {}
