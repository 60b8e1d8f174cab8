package dev.profilectl.terminal;

/** A key that was pressed, or what was pasted. */
public sealed interface Key {
  /** A character. */
  record Letter(int codePoint) implements Key {}

  /**
   * Ctrl with a letter.
   *
   * @param letter in lower case
   */
  record Control(char letter) implements Key {}

  /** Text that the terminal marked as pasted, as it came; nobody pressed these keys. */
  record Pasted(String text) implements Key {}

  /** A key that is no character. */
  enum Named implements Key {
    /** Return. */
    ENTER,
    /** Tab. */
    TAB,
    /** The one that takes away what is before the cursor. */
    BACKSPACE,
    /** The one that takes away what is behind the cursor. */
    DELETE,
    /** Escape. */
    ESCAPE,
    /** An arrow. */
    UP,
    /** An arrow. */
    DOWN,
    /** An arrow. */
    LEFT,
    /** An arrow. */
    RIGHT,
    /** An arrow with Shift. */
    SHIFT_UP,
    /** An arrow with Shift. */
    SHIFT_DOWN,
    /** An arrow with Shift. */
    SHIFT_LEFT,
    /** An arrow with Shift. */
    SHIFT_RIGHT,
    /** To the beginning. */
    HOME,
    /** To the end. */
    END
  }
}
