package dev.profilectl.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What rows ask for. */
public enum ImportMode {
  /** Change users who are there. */
  UPDATE,
  /** Change who is there, make who is not. */
  UPSERT,
  /** Make users. */
  CREATE;

  /** The mode of a word, {@code upsert} for example. */
  public static Optional<ImportMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }

  /** Its word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a row may make a user, so that it needs a username and may give an id. */
  public boolean creates() {
    return this != UPDATE;
  }
}
