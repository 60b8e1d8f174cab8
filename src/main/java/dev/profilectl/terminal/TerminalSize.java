package dev.profilectl.terminal;

/**
 * Columns and lines of a terminal, both at least one.
 *
 * @param columns how many cells a line has
 * @param rows how many lines fit
 */
public record TerminalSize(int columns, int rows) {
  /** Refuses a size without room. */
  public TerminalSize {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException(columns + "x" + rows);
    }
  }
}
