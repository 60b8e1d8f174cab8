package dev.profilectl.terminal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines for a terminal with pictures over them. A picture drawn by a protocol stands in the lines
 * as blanks. These are written first, so that whatever has to scroll has done so, and the picture
 * is sent from its upper left corner as soon as its last line is there; the cursor comes back. So
 * facts can stand beside it, and it works on the last line of the screen as on the first.
 *
 * @param lines may hold colour sequences
 * @param pictures what is sent over them
 */
public record Sheet(List<String> lines, List<Placed> pictures) {
  /**
   * A picture in its place.
   *
   * @param row the line of its upper edge, from 0
   * @param column the column of its left edge, from 0
   * @param rows the lines it takes
   * @param sequence what draws it at the cursor
   */
  public record Placed(int row, int column, int rows, String sequence) {}

  private static final String SAVE_CURSOR = "\u001b7";
  private static final String RESTORE_CURSOR = "\u001b8";

  /** Copies both. */
  public Sheet {
    lines = List.copyOf(lines);
    pictures = List.copyOf(pictures);
  }

  /** Lines alone. */
  public static Sheet of(List<String> lines) {
    return new Sheet(lines, List.of());
  }

  /** One picture of so many cells. */
  public static Sheet of(TerminalSize cells, String sequence) {
    return new Sheet(
        Collections.nCopies(cells.rows(), " ".repeat(cells.columns())),
        List.of(new Placed(0, 0, cells.rows(), sequence)));
  }

  /** How many columns it takes. */
  public int width() {
    return lines.stream().mapToInt(DisplayWidth::ofStyled).max().orElse(0);
  }

  /** Sheets side by side, their upper edges in line, with a gap between them. */
  public static Sheet row(List<Sheet> sheets, String gap) {
    int height = sheets.stream().mapToInt(sheet -> sheet.lines.size()).max().orElse(0);
    List<StringBuilder> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      lines.add(new StringBuilder());
    }
    List<Placed> pictures = new ArrayList<>();
    int column = 0;
    for (Sheet sheet : sheets) {
      int width = sheet.width();
      for (int i = 0; i < height; i++) {
        String line = i < sheet.lines.size() ? sheet.lines.get(i) : "";
        lines.get(i).append(column == 0 ? "" : gap).append(DisplayWidth.padRight(line, width));
      }
      column += column == 0 ? 0 : gap.length();
      for (Placed placed : sheet.pictures) {
        pictures.add(new Placed(placed.row, column + placed.column, placed.rows, placed.sequence));
      }
      column += width;
    }
    return new Sheet(lines.stream().map(StringBuilder::toString).toList(), pictures);
  }

  /** With another one under it. */
  public Sheet above(Sheet other) {
    List<String> all = new ArrayList<>(lines);
    all.addAll(other.lines);
    List<Placed> both = new ArrayList<>(pictures);
    for (Placed placed : other.pictures) {
      both.add(new Placed(lines.size() + placed.row, placed.column, placed.rows, placed.sequence));
    }
    return new Sheet(all, both);
  }

  /** With facts beside it, or below it where {@code width} does not suffice. */
  public Sheet beside(List<String> facts, @Nullable Integer width) {
    return new Sheet(Beside.of(lines, facts, width), pictures);
  }

  /** All that is to be written, each line ended. */
  public String text() {
    StringBuilder text = new StringBuilder();
    List<Placed> waiting = new ArrayList<>(pictures);
    waiting.sort(Comparator.comparingInt(Placed::column));
    for (int i = 0; i < lines.size(); i++) {
      text.append(pictures.isEmpty() ? lines.get(i) : lines.get(i).stripTrailing()).append('\n');
      for (Placed placed : waiting) {
        if (placed.row + placed.rows == i + 1) {
          text.append(SAVE_CURSOR).append("\u001b[").append(placed.rows).append('A');
          if (placed.column > 0) {
            text.append("\u001b[").append(placed.column).append('C');
          }
          text.append(placed.sequence).append(RESTORE_CURSOR);
        }
      }
    }
    return text.toString();
  }
}
