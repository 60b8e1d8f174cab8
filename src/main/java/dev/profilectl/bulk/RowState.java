package dev.profilectl.bulk;

import java.util.Locale;

/** What became of a row. */
public enum RowState {
  /** Nothing was done yet. */
  PENDING,
  /** It is being sent to a server; what became of it is not known. */
  STARTED,
  /** A user was made, or brought back. */
  CREATED,
  /** A user was changed. */
  CHANGED,
  /** A user was taken away. */
  DELETED,
  /** Everything was as asked already. */
  UNCHANGED,
  /** Nothing was done, or not all, for a reason. */
  FAILED;

  /** Its word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a word. */
  public static RowState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
