package dev.profilectl.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes keys of the bytes that a terminal sends. Anything may come: halves of sequences, answers to
 * questions nobody waits for any more, bytes that are no text. None of that becomes a key.
 */
final class KeyReader {
  private static final int ESCAPE = 0x1B;
  private static final int BELL = 0x07;
  private static final int BACKSPACE = 0x08;
  private static final int DELETE = 0x7F;
  private static final int LONGEST_SEQUENCE = 64;
  private static final int LONGEST_PASTE = 1 << 16;
  private static final String PASTE_BEGINS = "200~";
  private static final String PASTE_ENDS = "\u001b[201~";

  private static final Map<String, Key> SEQUENCES =
      Map.ofEntries(
          Map.entry("A", Key.Named.UP),
          Map.entry("B", Key.Named.DOWN),
          Map.entry("C", Key.Named.RIGHT),
          Map.entry("D", Key.Named.LEFT),
          Map.entry("1;2A", Key.Named.SHIFT_UP),
          Map.entry("1;2B", Key.Named.SHIFT_DOWN),
          Map.entry("1;2C", Key.Named.SHIFT_RIGHT),
          Map.entry("1;2D", Key.Named.SHIFT_LEFT),
          Map.entry("H", Key.Named.HOME),
          Map.entry("F", Key.Named.END),
          Map.entry("1~", Key.Named.HOME),
          Map.entry("7~", Key.Named.HOME),
          Map.entry("4~", Key.Named.END),
          Map.entry("8~", Key.Named.END),
          Map.entry("3~", Key.Named.DELETE));

  private enum State {
    TEXT,
    ESCAPED,
    SEQUENCE,
    SINGLE,
    STRING,
    STRING_ESCAPED,
    PASTE
  }

  private final Consumer<Key> keys;
  private final StringBuilder sequence = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private State state = State.TEXT;
  private int missing;

  /** For a taker of keys. */
  KeyReader(Consumer<Key> keys) {
    this.keys = keys;
  }

  /** Takes what came. */
  void read(byte[] came, int count) {
    for (int i = 0; i < count; i++) {
      read(came[i] & 0xFF);
    }
  }

  /** Nothing more came for a while: a lone escape was the key, and a half is forgotten. */
  void pause() {
    if (state == State.PASTE) {
      return;
    }
    if (state == State.ESCAPED) {
      keys.accept(Key.Named.ESCAPE);
    }
    missing = 0;
    state = State.TEXT;
  }

  private void read(int c) {
    switch (state) {
      case TEXT -> text(c);
      case ESCAPED -> escaped(c);
      case SEQUENCE -> {
        sequence.append((char) c);
        if (c >= 0x40 && c <= 0x7E) {
          sequence(sequence.toString());
        } else if (c < 0x20 || sequence.length() > LONGEST_SEQUENCE) {
          state = c == ESCAPE ? State.ESCAPED : State.TEXT;
        }
      }
      case SINGLE -> sequence(String.valueOf((char) c));
      case STRING -> state = c == ESCAPE ? State.STRING_ESCAPED : ended(c);
      case STRING_ESCAPED -> state = c == '\\' ? State.TEXT : State.STRING;
      case PASTE -> pasted(c);
    }
  }

  private static State ended(int c) {
    return c == BELL ? State.TEXT : State.STRING;
  }

  private void escaped(int c) {
    sequence.setLength(0);
    switch (c) {
      case '[' -> state = State.SEQUENCE;
      case 'O' -> state = State.SINGLE;
      case '_', 'P', ']', '^', 'X' -> state = State.STRING;
      case ESCAPE -> keys.accept(Key.Named.ESCAPE);
      default -> state = State.TEXT; // a letter with Alt means nothing here
    }
  }

  private void sequence(String of) {
    state = State.TEXT;
    if (of.equals(PASTE_BEGINS)) {
      bytes.reset();
      state = State.PASTE;
      return;
    }
    Key key = SEQUENCES.get(of);
    if (key != null) {
      keys.accept(key);
    }
  }

  private void pasted(int c) {
    if (bytes.size() < LONGEST_PASTE || c == '~') {
      bytes.write(c);
    }
    if (c == '~') {
      String text = bytes.toString(StandardCharsets.UTF_8);
      if (text.endsWith(PASTE_ENDS)) {
        state = State.TEXT;
        bytes.reset();
        keys.accept(new Key.Pasted(text.substring(0, text.length() - PASTE_ENDS.length())));
      }
    }
  }

  private void text(int c) {
    if (missing > 0 && (c & 0xC0) == 0x80) {
      bytes.write(c);
      if (--missing == 0) {
        letter(bytes.toString(StandardCharsets.UTF_8));
      }
      return;
    }
    missing = 0;
    switch (c) {
      case ESCAPE -> state = State.ESCAPED;
      case '\r', '\n' -> keys.accept(Key.Named.ENTER);
      case '\t' -> keys.accept(Key.Named.TAB);
      case BACKSPACE, DELETE -> keys.accept(Key.Named.BACKSPACE);
      default -> {
        if (c == 0) {
          return;
        }
        if (c < 0x20) {
          if (c <= 26) {
            keys.accept(new Key.Control((char) ('a' + c - 1)));
          }
        } else if (c < 0x80) {
          keys.accept(new Key.Letter(c));
        } else {
          bytes.reset();
          bytes.write(c);
          missing = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC2 ? 1 : 0;
        }
      }
    }
  }

  private void letter(String text) {
    if (text.codePointCount(0, text.length()) == 1 && text.codePointAt(0) != 0xFFFD) {
      keys.accept(new Key.Letter(text.codePointAt(0)));
    }
  }
}
