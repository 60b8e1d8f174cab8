package dev.profilectl.terminal;

import org.jspecify.annotations.Nullable;

/** Judges what is being typed, again at each key. */
@FunctionalInterface
public interface Check {
  /** Takes everything. */
  Check NONE = _ -> null;

  /** Why it cannot be taken, as a sentence; {@code null} where it can. */
  @Nullable String wrong(String typed);
}
