package dev.profilectl.output;

/** Shares out a table's width. */
final class ColumnWidths {
  private static final int LEAST = 6;

  private ColumnWidths() {}

  /**
   * The widths to use in {@code room} columns. While they do not fit, the widest give way first,
   * down to a common width: those that are not {@code firm} to a readable least, then all.
   */
  static int[] fit(int[] natural, boolean[] firm, int room) {
    int[] widths = natural.clone();
    shrink(widths, firm, room, LEAST);
    shrink(widths, new boolean[widths.length], room, 1);
    return widths;
  }

  private static void shrink(int[] widths, boolean[] firm, int room, int least) {
    int excess = -room;
    int cap = least;
    for (int i = 0; i < widths.length; i++) {
      excess += widths[i];
      cap = firm[i] ? cap : Math.max(cap, widths[i]);
    }
    while (excess > 0 && cap > least) {
      // all columns as wide as the widest give way together, to the next widest or as far as needed
      int widest = 0;
      int next = least;
      for (int i = 0; i < widths.length; i++) {
        if (!firm[i] && widths[i] == cap) {
          widest++;
        } else if (!firm[i] && widths[i] < cap) {
          next = Math.max(next, widths[i]);
        }
      }
      int step = Math.min(cap - next, Math.max(1, excess / widest));
      for (int i = 0; i < widths.length && excess > 0; i++) {
        if (!firm[i] && widths[i] == cap) {
          int cut = Math.min(step, excess);
          widths[i] -= cut;
          excess -= cut;
        }
      }
      cap -= step;
    }
  }
}
