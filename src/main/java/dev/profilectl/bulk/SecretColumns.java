package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.profile.Secret;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the secrets out of rows, so that nothing else sees them. */
final class SecretColumns {
  private final RowSense sense;
  private final Withheld withheld;
  private long rows;

  SecretColumns(RowSense sense, Withheld withheld) {
    this.sense = sense;
    this.withheld = withheld;
  }

  /** Counts a row that was read, so that it is known again by its place. */
  void count() {
    rows++;
  }

  /** The cells of the row that was counted last, as they may be written down. */
  String cells(Row row) {
    Map<String, Secret> secrets = new HashMap<>();
    Set<String> hidden = new HashSet<>();
    for (String column : sense.secretColumns(row.cells().keySet())) {
      Object value = row.cells().get(column);
      if (value != null && !value.equals("")) {
        // a number is no password that may be set, and is somebody's password all the same
        hidden.add(column);
        if (value instanceof String text) {
          secrets.put(column, new Secret(text));
        }
      }
    }
    if (hidden.isEmpty()) {
      return Cells.text(row.cells(), hidden);
    }
    Map<String, @Nullable Object> marked = new LinkedHashMap<>(row.cells());
    marked.put(Withheld.MARK, rows);
    String cells = Cells.text(marked, hidden);
    withheld.put(rows, cells, secrets);
    return cells;
  }

  /** Keeps those of all rows that can be read. */
  void readAll(RowReader reader) {
    for (boolean more = true; more; ) {
      try {
        Optional<Row> row = reader.next();
        more = row.isPresent();
        if (more) {
          count();
          cells(row.get());
        }
      } catch (Invalid unreadable) {
        more = unreadable.problems().getFirst().code().equals("row-malformed");
      }
    }
  }
}
