package dev.profilectl.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records and cells as RFC 4180 has it; a record ends with LF, CR LF or CR. Not a
 * library's work: FastCSV 4.1.0 loses a quoted cell that holds a lone CR and ends its record, and
 * takes the end of the text for a closing quote.
 */
final class CsvRecords {
  private static final char QUOTE = '"';

  private final InputText text;
  private final char separator;
  private final StringBuilder cell = new StringBuilder();
  private long line = 1;

  CsvRecords(InputText text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /**
   * A record.
   *
   * @param line where it starts
   * @param cells without their quotes; at least one
   */
  record Cells(long line, List<String> cells) {}

  /**
   * The next record; {@code null} at the end.
   *
   * @throws dev.profilectl.failure.Failure.Invalid where nothing behind it can be understood
   */
  @Nullable Cells next() {
    Spot start = text.first().at(line);
    text.recordBegins(line);
    int c = text.next();
    if (c < 0) {
      return null;
    }
    List<String> cells = new ArrayList<>();
    for (boolean more = true; more; c = more ? text.next() : c) {
      cell.setLength(0);
      if (c == QUOTE) {
        c = quoted(start);
      } else {
        while (!endsCell(c)) {
          cell.append((char) c);
          c = text.next();
        }
      }
      cells.add(cell.toString());
      if (cells.size() > Header.MOST) {
        throw start.input("columns", Map.of("max", Header.MOST));
      }
      more = c == separator;
    }
    if (c == '\r' && text.ahead() == '\n') {
      text.next();
    }
    line++;
    return new Cells(start.line(), cells);
  }

  private boolean endsCell(int c) {
    return c == separator || c == '\n' || c == '\r' || c < 0;
  }

  /** Takes the cell up to what ends it, which it gives back. */
  private int quoted(Spot start) {
    int before = QUOTE;
    for (int c = text.next(); c >= 0; c = text.next()) {
      if (c == QUOTE) {
        int behind = text.next();
        if (endsCell(behind)) {
          return behind;
        }
        if (behind != QUOTE) {
          throw start.at(line).input("after-quote", Map.of());
        }
      } else if (c == '\r' || (c == '\n' && before != '\r')) {
        line++;
      }
      cell.append((char) c);
      before = c;
    }
    throw start.input("quote", Map.of());
  }
}
