package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.profile.Secret;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    for (String column : sense.secretColumns(row.cells().keySet())) {
      if (row.cells().get(column) instanceof String text && !text.isEmpty()) {
        secrets.put(column, new Secret(text));
      }
    }
    if (secrets.isEmpty()) {
      return Cells.text(row.cells(), secrets.keySet());
    }
    Map<String, @Nullable Object> marked = new LinkedHashMap<>(row.cells());
    marked.put(Withheld.MARK, rows);
    String cells = Cells.text(marked, secrets.keySet());
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
