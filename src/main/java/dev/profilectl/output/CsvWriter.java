package dev.profilectl.output;

import dev.profilectl.terminal.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 with {@code \n} line ends. Null and the empty text are empty cells, which an import
 * leaves alone; {@code \N} would clear, so a text of backslashes before one {@code N} gets one
 * backslash more, which the reader takes off again. On a terminal what is unsafe is spelled out.
 */
final class CsvWriter implements RowWriter {
  private final TextOut out;
  private final Page page;

  CsvWriter(TextOut out, Page page) {
    this.out = out;
    this.page = page;
  }

  @Override
  public void begin(List<Heading> headings) throws IOException {
    if (page.headers()) {
      line(headings.stream().map(Heading::key).toList());
    }
  }

  @Override
  public void row(Map<String, @Nullable Object> row) throws IOException {
    line(row.values().stream().map(CsvWriter::text).toList());
  }

  @Override
  public void end() {}

  private static String text(@Nullable Object value) {
    if (value instanceof Literal literal) {
      return literal.text();
    }
    String text = Text.of(value);
    return text == null ? "" : isBackslashN(text) ? "\\" + text : text;
  }

  /** One backslash or more, then one N and nothing else. */
  private static boolean isBackslashN(String text) {
    int last = text.length() - 1;
    if (last < 1 || text.charAt(last) != 'N') {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (text.charAt(i) != '\\') {
        return false;
      }
    }
    return true;
  }

  private void line(List<String> cells) throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.write(separator).write(quoted(page.look().terminal() ? SafeText.visible(cell) : cell));
      separator = ",";
    }
    // an empty line would be skipped by most readers, so the lone empty cell is quoted
    out.write(cells.size() == 1 && cells.getFirst().isEmpty() ? "\"\"\n" : "\n");
  }

  private static String quoted(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      switch (cell.charAt(i)) {
        case ',', '"', '\n', '\r', '\uFEFF' -> {
          return '"' + cell.replace("\"", "\"\"") + '"';
        }
        default -> {}
      }
    }
    return cell;
  }
}
