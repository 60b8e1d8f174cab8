package dev.profilectl.bulk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an input, and the rows that are laid under them.
 *
 * @param spot where the header stands
 * @param columns their names; what is behind the last name is no column
 */
record Header(Spot spot, List<String> columns) {
  /** The most columns, and cells of a record. */
  static final int MOST = 1000;

  /**
   * The header of these cells.
   *
   * @throws dev.profilectl.failure.Failure.Invalid where a name is missing or stands twice
   */
  static Header of(Spot spot, List<String> cells) {
    List<String> names = cells.stream().map(String::strip).toList();
    while (!names.isEmpty() && names.getLast().isEmpty()) {
      // spreadsheets write separators behind the last column
      names = names.subList(0, names.size() - 1);
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty()) {
        throw spot.input("unnamed", Map.of("length", names.indexOf(name) + 1));
      }
      if (!seen.add(name)) {
        throw spot.input("column-twice", Map.of("value", name));
      }
    }
    return new Header(spot, List.copyOf(names));
  }

  /** What a cell holds; empty where the field is left alone. */
  @FunctionalInterface
  interface Cell {
    Optional<Held> read(String text, String column);
  }

  /** What a cell holds, {@code null} to clear. */
  record Held(@Nullable Object value) {}

  /**
   * A row of these cells; empty where all of them are, or the line has only blanks.
   *
   * @throws dev.profilectl.failure.Failure.Invalid where there are more cells than columns
   */
  Optional<Row> row(long line, List<String> cells, Cell cell) {
    Spot here = spot.at(line);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    boolean blank = cells.size() == 1 && columns.size() > 1 && cells.getFirst().isBlank();
    boolean empty = true;
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i);
      empty &= text.isEmpty();
      if (i < columns.size()) {
        String column = columns.get(i);
        cell.read(text, column).ifPresent(held -> values.put(column, held.value()));
      } else if (!text.isEmpty()) {
        throw here.row("cells", Map.of("length", cells.size(), "max", columns.size()));
      }
    }
    return blank || empty ? Optional.empty() : Optional.of(new Row(line, values));
  }
}
