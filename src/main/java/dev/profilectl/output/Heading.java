package dev.profilectl.output;

/**
 * A column without its value.
 *
 * @param key its documented name
 * @param title its header in tables
 * @param use where it appears
 */
record Heading(String key, String title, Column.Use use) {
  static Heading of(Column<?> column) {
    return new Heading(column.key(), column.header(), column.use());
  }
}
