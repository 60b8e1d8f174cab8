package dev.profilectl.cli.avatar;

import java.util.Locale;

/** Sizes for people. */
final class Sizes {
  private static final long KILO = 1000;

  private Sizes() {}

  /** {@code 512 B}, {@code 41 kB}, {@code 3.2 MB}. */
  static String of(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < KILO * KILO
        ? Math.round((double) bytes / KILO) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", (double) bytes / (KILO * KILO));
  }
}
