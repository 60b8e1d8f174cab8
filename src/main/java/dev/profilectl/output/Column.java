package dev.profilectl.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One property of a row.
 *
 * @param <T> what a row is made from
 * @param key its documented name: the key in JSON and YAML, the header in CSV and TSV, the word for
 *     {@code --fields}
 * @param header its header in tables
 * @param value gets the value from a row; see the package for the types allowed
 * @param use where it appears
 */
public record Column<T>(String key, String header, Value<T> value, Use use) {

  /** Where a column appears when {@code --fields} does not say. */
  public enum Use {
    /** Everywhere; may be cut in a narrow table. */
    NORMAL,
    /** Everywhere; in a narrow table cut last of all. */
    WHOLE,
    /** Everywhere, cut last of all, and what {@code -o id} prints. */
    ID,
    /** In the facts of one object and in machine formats, not in a table of many. */
    DETAIL
  }

  /** Gets one value from a row. */
  @FunctionalInterface
  public interface Value<T> {
    /** The value, null where the row has none. */
    @Nullable Object of(T row);
  }

  /** A column that appears everywhere under its key. */
  public static <T> Column<T> of(String key, Value<T> value) {
    return new Column<>(key, key, value, Use.NORMAL);
  }

  /** The same column under another header in tables. */
  public Column<T> titled(String title) {
    return new Column<>(key, title, value, use);
  }

  /** The same column, never cut before others are. */
  public Column<T> whole() {
    return new Column<>(key, header, value, Use.WHOLE);
  }

  /** The same column as the one that names a row. */
  public Column<T> id() {
    return new Column<>(key, header, value, Use.ID);
  }

  /** The same column, left out of tables of many rows unless asked for. */
  public Column<T> detail() {
    return new Column<>(key, header, value, Use.DETAIL);
  }

  /** The row as an object with a member per column, in their order; for objects inside objects. */
  public static <T> Map<String, @Nullable Object> object(List<Column<T>> columns, T row) {
    Map<String, @Nullable Object> object = LinkedHashMap.newLinkedHashMap(columns.size());
    for (Column<T> column : columns) {
      object.put(column.key, column.value.of(row));
    }
    return object;
  }
}
