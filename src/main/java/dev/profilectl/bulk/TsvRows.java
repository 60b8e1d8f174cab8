package dev.profilectl.bulk;

import dev.profilectl.bulk.Header.Held;
import dev.profilectl.failure.Failure.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * TSV as our own output writes it: a row a line, no quotes; {@code \t \n \r \\} and {@code \}{@code
 * uXXXX} stand for characters, a cell of {@code \N} clears, an empty one leaves alone.
 */
final class TsvRows implements RowReader {
  private static final Pattern CODE = Pattern.compile("\\\\u[0-9a-fA-F]{4}");

  private final InputText text;
  private final Header header;
  private long line;
  private boolean done;

  TsvRows(InputText text) {
    this.text = text;
    String first = line();
    while (first != null && first.isBlank()) {
      first = line();
    }
    Spot here = text.first().at(line);
    header =
        first == null
            ? new Header(text.first(), List.of())
            : Header.of(
                here, cells(first).stream().map(cell -> unescaped(cell, cell, here)).toList());
  }

  @Override
  public List<String> columns() {
    return header.columns();
  }

  @Override
  public Optional<Row> next() {
    Optional<Row> row = Optional.empty();
    while (row.isEmpty() && !done) {
      String read = line();
      done = read == null;
      if (read != null) {
        Spot here = text.first().at(line);
        row = header.row(line, cells(read), (cell, column) -> held(cell, column, here));
      }
    }
    return row;
  }

  private @Nullable String line() {
    text.recordBegins(++line);
    try {
      return text.line();
    } catch (Invalid unreadable) {
      done = true;
      throw unreadable;
    }
  }

  private List<String> cells(String read) {
    if (read.chars().filter(c -> c == '\t').count() >= Header.MOST) {
      done = true;
      throw text.first().at(line).input("columns", Map.of("max", Header.MOST));
    }
    return Arrays.asList(read.split("\t", -1));
  }

  private static Optional<Held> held(String cell, String column, Spot here) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Held(cell.equals("\\N") ? null : unescaped(cell, column, here)));
  }

  private static String unescaped(String cell, String column, Spot here) {
    int slash = cell.indexOf('\\');
    if (slash < 0) {
      return cell;
    }
    StringBuilder plain = new StringBuilder(cell.length());
    int at = 0;
    for (; slash >= 0; slash = cell.indexOf('\\', at)) {
      plain.append(cell, at, slash);
      char sign = slash + 1 < cell.length() ? cell.charAt(slash + 1) : ' ';
      at = slash + 2;
      switch (sign) {
        case 't' -> plain.append('\t');
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case '\\' -> plain.append('\\');
        default -> {
          boolean code =
              CODE.matcher(cell.substring(slash, Math.min(slash + 6, cell.length()))).matches();
          if (!code) {
            String value = cell.substring(slash, Math.min(slash + 2, cell.length()));
            throw here.row("escape", Map.of("column", column, "value", value));
          }
          plain.append((char) Integer.parseInt(cell, at, at + 4, 16));
          at += 4;
        }
      }
    }
    return plain.append(cell, at, cell.length()).toString();
  }

  @Override
  public void close() {
    text.close();
  }
}
