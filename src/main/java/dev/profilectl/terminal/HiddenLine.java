package dev.profilectl.terminal;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads a line typed blind: the keys that correct a line work, everything else is part of it. */
final class HiddenLine {
  private static final int CTRL_C = 3;
  private static final int CTRL_D = 4;
  private static final int BACKSPACE = 8;
  private static final int CTRL_U = 21;
  private static final int DELETE = 127;

  private HiddenLine() {}

  /** Who is told of every key. */
  interface Watcher {
    /** The line as it is now. */
    void typed(String line);

    /** Whether Return ends the line. */
    boolean ends(String line);
  }

  private static final Watcher NOBODY =
      new Watcher() {
        @Override
        public void typed(String line) {}

        @Override
        public boolean ends(String line) {
          return true;
        }
      };

  /** The same with nobody watching. */
  static Optional<String> read(Reader keys) throws IOException {
    return read(keys, NOBODY);
  }

  /**
   * The text up to Return; empty for Ctrl-D on an empty line and for the end of the terminal.
   *
   * @param keys what is typed, unbuffered and without signals
   * @throws Failure.Interrupted on Ctrl-C
   */
  static Optional<String> read(Reader keys, Watcher watcher) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int key = keys.read();
      switch (key) {
        case '\r', '\n' -> {
          if (watcher.ends(line.toString())) {
            return Optional.of(line.toString());
          }
        }
        case CTRL_C -> throw new Failure.Interrupted(Message.of("terminal.interrupted"));
        case CTRL_D, -1 -> {
          if (line.isEmpty() || key < 0) {
            return Optional.empty();
          }
        }
        case CTRL_U -> line.setLength(0);
        case BACKSPACE, DELETE -> {
          if (!line.isEmpty()) {
            line.setLength(line.offsetByCodePoints(line.length(), -1));
          }
        }
        default -> line.append((char) key);
      }
      watcher.typed(line.toString());
    }
  }
}
