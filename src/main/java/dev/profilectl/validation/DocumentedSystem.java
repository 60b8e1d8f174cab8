package dev.profilectl.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The systems whose documents this program follows; the list is closed. */
public enum DocumentedSystem {
  /** Its users, files and avatars. */
  WEIDU,
  /** Avatars only; a pair of tokens. */
  WEST2,
  /** A content management system with members. */
  ANQICMS,
  /** Users by a token that somebody gives out. */
  ZAIHANGYUN;

  /** The word for it in flags, files and codes, {@code weidu} for example. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The system of exactly this word; empty where there is none. */
  public static Optional<DocumentedSystem> of(String word) {
    return Arrays.stream(values()).filter(system -> system.word().equals(word)).findFirst();
  }

  /** The words of all of them, in the order of the constants. */
  public static List<String> words() {
    return Arrays.stream(values()).map(DocumentedSystem::word).toList();
  }
}
