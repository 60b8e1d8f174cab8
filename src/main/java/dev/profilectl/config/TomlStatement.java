package dev.profilectl.config;

import java.util.List;

/**
 * A table's header or a key with its value, where it stands in the text.
 *
 * @param path the whole path, of the table and of the key in it
 * @param header whether it is a header
 * @param start where its line begins
 * @param end behind the end of its last line
 * @param valueStart where its value begins; of a header not used
 * @param valueEnd behind its value; of a header not used
 */
record TomlStatement(
    List<String> path, boolean header, int start, int end, int valueStart, int valueEnd) {
  /** Whether it says something of this table or value. */
  boolean isBelow(List<String> table) {
    return path.size() >= table.size() && path.subList(0, table.size()).equals(table);
  }
}
