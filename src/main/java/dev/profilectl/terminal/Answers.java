package dev.profilectl.terminal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal says of itself, read byte by byte. Between the answers may stand anything: keys
 * typed ahead, answers to nobody's question, halves of sequences; none of it is believed.
 */
final class Answers {
  private static final int ESCAPE = 0x1B;
  private static final int BELL = 0x07;
  private static final int LONGEST = 256;
  private static final int LARGEST_CELL = 512;
  private static final int FEWEST_COLORS = 16;

  private enum State {
    TEXT,
    ESCAPED,
    CONTROL,
    STRING,
    STRING_ESCAPED
  }

  private final StringBuilder sequence = new StringBuilder();
  private State state = State.TEXT;
  private boolean kitty;
  private boolean sixel;
  private boolean complete;
  private int colors = Graphics.MOST_COLORS;
  private Pixels.@Nullable Size cell;
  private Pixels.@Nullable Size window;
  private Pixels.@Nullable Size canvas;

  /** Whether it answered that it draws by kitty's protocol. */
  boolean kitty() {
    return kitty;
  }

  /** Whether sixel is among its attributes. */
  boolean sixel() {
    return sixel;
  }

  /** Whether the last question was answered: nothing comes any more. */
  boolean complete() {
    return complete;
  }

  /** The colours a sixel picture may have. */
  int colors() {
    return colors;
  }

  /**
   * The size of a character, told or worked out; null where it did not say. Xterm as Debian sets it
   * up tells only how large a picture may be, which is its window or 1000 pixels where that is
   * less: then cells are rather taken for too small, so that no picture covers what is below it.
   */
  Pixels.@Nullable Size cell(@Nullable TerminalSize screen) {
    Pixels.Size all = window == null ? canvas : window;
    if (cell != null || all == null || screen == null) {
      return cell;
    }
    int width = all.width() / screen.columns();
    int height = all.height() / screen.rows();
    return believable(width, height) ? new Pixels.Size(width, height) : null;
  }

  void read(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      read(bytes[i] & 0xFF);
    }
  }

  private void read(int c) {
    switch (state) {
      case TEXT -> state = c == ESCAPE ? State.ESCAPED : State.TEXT;
      case ESCAPED -> {
        sequence.setLength(0);
        state =
            switch (c) {
              case '[' -> State.CONTROL;
              case '_', 'P', ']', '^', 'X' -> State.STRING;
              case ESCAPE -> State.ESCAPED;
              default -> State.TEXT;
            };
        sequence.append((char) c);
      }
      case CONTROL -> {
        if (c == ESCAPE) {
          state = State.ESCAPED;
        } else if (keep(c) && c >= 0x40) {
          state = State.TEXT;
          control(sequence.substring(1, sequence.length() - 1), (char) c);
        }
      }
      case STRING -> {
        if (c == ESCAPE) {
          state = State.STRING_ESCAPED;
        } else if (c == BELL) {
          state = State.TEXT;
        } else {
          keep(c);
        }
      }
      case STRING_ESCAPED -> {
        if (c == '\\') {
          state = State.TEXT;
          kitty |= sequence.toString().equals("_Gi=31;OK");
        } else {
          state = State.ESCAPED;
          read(c);
        }
      }
    }
  }

  /** Gives up on a sequence that is longer than any answer. */
  private boolean keep(int c) {
    if (sequence.length() >= LONGEST) {
      state = State.TEXT;
      return false;
    }
    sequence.append((char) c);
    return true;
  }

  private void control(String parameters, char last) {
    boolean marked = parameters.startsWith("?");
    List<Integer> numbers = numbers(marked ? parameters.substring(1) : parameters);
    if (last == 'c' && marked) {
      // the first number is the terminal's class
      sixel |= numbers.stream().skip(1).anyMatch(number -> number == 4);
      complete = true;
    } else if (last == 'S' && marked && numbers.size() > 2 && numbers.get(1) == 0) {
      sixelLimit(numbers);
    } else if (last == 't' && !marked && numbers.size() == 3) {
      size(numbers.get(0), numbers.get(2), numbers.get(1));
    }
  }

  /** How many colours (1), or how many pixels across and down (2). */
  private void sixelLimit(List<Integer> numbers) {
    if (numbers.get(0) == 1 && numbers.get(2) >= FEWEST_COLORS) {
      colors = Math.min(numbers.get(2), Graphics.MOST_COLORS);
    } else if (numbers.get(0) == 2 && numbers.size() == 4) {
      canvas = new Pixels.Size(numbers.get(2), numbers.get(3));
    }
  }

  private void size(int of, int width, int height) {
    if (of == 6 && believable(width, height)) {
      cell = new Pixels.Size(width, height);
    } else if (of == 4 && width > 0 && height > 0) {
      window = new Pixels.Size(width, height);
    }
  }

  private static boolean believable(int width, int height) {
    return width >= 2 && width <= LARGEST_CELL && height >= 2 && height <= LARGEST_CELL;
  }

  /** None where anything but numbers stands there. */
  private static List<Integer> numbers(String text) {
    return text.matches("[0-9]{1,5}(;[0-9]{1,5})*")
        ? Arrays.stream(text.split(";")).map(Integer::valueOf).toList()
        : List.of();
  }
}
