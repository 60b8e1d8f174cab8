package dev.profilectl.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A system whose document this program follows. */
public enum DocumentedSystem {
  WEIDU("weidu"),
  WEST2("west2"),
  ANQICMS("anqicms"),
  ZAIHANGYUN("zaihangyun");

  private final String word;

  DocumentedSystem(String word) {
    this.word = word;
  }

  /** What it is called in commands, files and codes. */
  public String word() {
    return word;
  }

  /** The system of a word. */
  public static Optional<DocumentedSystem> of(String word) {
    return Arrays.stream(values()).filter(system -> system.word.equals(word)).findFirst();
  }

  /** Every word. */
  public static List<String> words() {
    return Arrays.stream(values()).map(DocumentedSystem::word).toList();
  }
}
