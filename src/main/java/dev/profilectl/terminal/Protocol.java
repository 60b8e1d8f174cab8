package dev.profilectl.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways to draw a picture on a terminal, the best first. */
public enum Protocol {
  /** Kitty's, also spoken by Ghostty and Konsole. */
  KITTY,
  /** That of iTerm2, also spoken by WezTerm and mintty. */
  ITERM2,
  /** DEC's, of xterm, mlterm, foot and others. */
  SIXEL,
  /** Characters: every terminal. */
  BLOCKS;

  /** The name in flags. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this name. */
  public static Optional<Protocol> named(String word) {
    return Arrays.stream(values()).filter(protocol -> protocol.word().equals(word)).findFirst();
  }

  /** All names. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Protocol::word).toList();
  }
}
