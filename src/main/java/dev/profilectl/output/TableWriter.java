package dev.profilectl.output;

import dev.profilectl.terminal.DisplayWidth;
import dev.profilectl.terminal.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Aligned columns, written at the end because every row decides the widths. Numbers stand to the
 * right. Where the width does not suffice the widest texts are cut, ids and the like last.
 */
final class TableWriter implements RowWriter {
  private static final String GAP = "  ";

  private final TextOut out;
  private final Page page;
  private final List<List<String>> lines = new ArrayList<>();
  private List<Heading> headings = List.of();
  private boolean[] numbers = {};
  private boolean[] others = {};

  TableWriter(TextOut out, Page page) {
    this.out = out;
    this.page = page;
  }

  @Override
  public void begin(List<Heading> headings) {
    this.headings = headings;
    numbers = new boolean[headings.size()];
    others = new boolean[headings.size()];
  }

  @Override
  public void row(Map<String, @Nullable Object> row) {
    List<String> cells = new ArrayList<>(row.size());
    for (Object value : row.values()) {
      numbers[cells.size()] |= value instanceof Number;
      others[cells.size()] |= value != null && !(value instanceof Number);
      cells.add(TableText.of(value));
    }
    lines.add(cells);
  }

  @Override
  public void end() throws IOException {
    List<String> titles =
        headings.stream().map(h -> SafeText.visible(h.title().toUpperCase(Locale.ROOT))).toList();
    int[] widths = widths(titles);
    if (page.headers()) {
      String header = line(titles, widths);
      out.write(page.look().styled() && !header.isEmpty() ? TableText.bold(header) : header)
          .write("\n");
    }
    for (List<String> cells : lines) {
      out.write(line(cells, widths)).write("\n");
    }
  }

  private int[] widths(List<String> titles) {
    int[] widths = new int[titles.size()];
    boolean[] firm = new boolean[widths.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = page.headers() ? DisplayWidth.of(titles.get(i)) : 1;
      Column.Use use = headings.get(i).use();
      firm[i] = isNumeric(i) || use == Column.Use.ID || use == Column.Use.WHOLE;
      for (List<String> cells : lines) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(cells.get(i)));
      }
    }
    Integer width = page.look().width();
    return width == null
        ? widths
        : ColumnWidths.fit(widths, firm, width - GAP.length() * (widths.length - 1));
  }

  private boolean isNumeric(int column) {
    return numbers[column] && !others[column];
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = DisplayWidth.truncate(cells.get(i), widths[i]);
      line.append(i == 0 ? "" : GAP);
      line.append(
          isNumeric(i)
              ? DisplayWidth.padLeft(cell, widths[i])
              : DisplayWidth.padRight(cell, widths[i]));
    }
    String whole = line.toString().stripTrailing();
    Integer width = page.look().width();
    // a terminal narrower than its columns' least widths
    return width == null ? whole : DisplayWidth.truncate(whole, width);
  }
}
