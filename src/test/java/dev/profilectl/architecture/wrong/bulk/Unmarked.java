package dev.profilectl.architecture.wrong.bulk;

import dev.profilectl.architecture.Breaks;

/** Its package has no package-info. */
@Breaks("NULLNESS")
final class Unmarked {}
