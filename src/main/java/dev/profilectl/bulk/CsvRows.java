package dev.profilectl.bulk;

import dev.profilectl.bulk.CsvRecords.Cells;
import dev.profilectl.bulk.Header.Held;
import dev.profilectl.failure.Failure.Invalid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CSV. An empty cell leaves a field alone, {@code \N} clears it; of a cell of more backslashes and
 * an {@code N} one backslash is taken off.
 */
final class CsvRows implements RowReader {
  private final InputText text;
  private final CsvRecords records;
  private final Header header;
  private boolean done;

  CsvRows(InputText text) {
    this.text = text;
    records = new CsvRecords(text, separator(text.start()));
    Cells first = records.next();
    while (first != null && first.cells().equals(List.of(""))) {
      first = records.next();
    }
    header =
        first == null
            ? new Header(text.first(), List.of())
            : Header.of(text.first().at(first.line()), first.cells());
  }

  /** Whichever of {@code , ;} and tab is in the header most often, outside quotes. */
  private static char separator(String start) {
    String line = start.stripLeading().lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    char most = ',';
    for (char candidate : new char[] {';', '\t'}) {
      most = count(line, candidate) > count(line, most) ? candidate : most;
    }
    return most;
  }

  private static long count(String line, char sign) {
    return line.chars().filter(c -> c == sign).count();
  }

  @Override
  public List<String> columns() {
    return header.columns();
  }

  @Override
  public Optional<Row> next() {
    Optional<Row> row = Optional.empty();
    while (row.isEmpty() && !done) {
      Cells cells = record();
      done = cells == null;
      if (cells != null) {
        row = header.row(cells.line(), cells.cells(), (cell, _) -> held(cell));
      }
    }
    return row;
  }

  private @Nullable Cells record() {
    try {
      return records.next();
    } catch (Invalid unreadable) {
      done = true;
      throw unreadable;
    }
  }

  private static Optional<Held> held(String cell) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    boolean escaped =
        cell.length() > 1
            && cell.endsWith("N")
            && cell.chars().limit(cell.length() - 1L).allMatch(c -> c == '\\');
    if (!escaped) {
      return Optional.of(new Held(cell));
    }
    return Optional.of(new Held(cell.length() == 2 ? null : cell.substring(1)));
  }

  @Override
  public void close() {
    text.close();
  }
}
