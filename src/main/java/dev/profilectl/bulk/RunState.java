package dev.profilectl.bulk;

import java.util.Locale;

/** How far a run is. */
public enum RunState {
  /** Its rows are being written down; nothing was done yet. */
  READING,
  /** It is at work, or the process died at it. */
  RUNNING,
  /** A limit or the user ended it before its last row. */
  STOPPED,
  /** Every row was done or has failed. */
  DONE;

  /** Its word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a word. */
  public static RunState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
