package dev.profilectl.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The text of a TOML file, changed in one place with everything else left byte for byte. It trusts
 * that the text is valid; who uses it parses what comes out and compares.
 *
 * @param text the whole file
 */
record TomlText(String text) {
  private List<TomlStatement> statements() {
    return new TomlScanner(text).statements();
  }

  private String lineEnd() {
    int feed = text.indexOf('\n');
    return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The table at the end of the file, which gets it as a section of its own. */
  TomlText append(List<String> table, Map<String, String> values) {
    String end = lineEnd();
    StringBuilder longer = new StringBuilder(text);
    if (!text.isEmpty()) {
      longer.append(text.endsWith("\n") ? "" : end).append(end);
    }
    longer.append('[').append(String.join(".", table)).append(']').append(end);
    values.forEach((key, value) -> longer.append(line(key, value, end)));
    return new TomlText(longer.toString());
  }

  private static String line(String key, String value, String end) {
    return key + " = " + value + end;
  }

  /**
   * A value in a table: in the place of the one before, else behind the last of the table, else in
   * a new section at the end.
   *
   * @param value as TOML writes it
   */
  TomlText set(List<String> table, String key, String value) {
    List<String> whole = new ArrayList<>(table);
    whole.add(key);
    int behind = -1;
    boolean inside = false;
    for (TomlStatement statement : statements()) {
      if (!statement.header() && statement.path().equals(whole)) {
        return new TomlText(
            text.substring(0, statement.valueStart())
                + value
                + text.substring(statement.valueEnd()));
      }
      inside = statement.header() ? statement.path().equals(table) : inside;
      behind = inside ? statement.end() : behind;
    }
    if (behind < 0) {
      return append(table, Map.of(key, value));
    }
    String end = lineEnd();
    String open = behind > 0 && text.charAt(behind - 1) != '\n' ? end : "";
    return new TomlText(
        text.substring(0, behind) + open + line(key, value, end) + text.substring(behind));
  }

  /** Brings a section to exactly these values; what stays the same keeps its line. */
  TomlText replace(List<String> table, Map<String, String> values) {
    TomlText changed = this;
    for (TomlStatement statement : statements().reversed()) {
      if (!statement.header() && statement.isBelow(table)) {
        String key =
            String.join(".", statement.path().subList(table.size(), statement.path().size()));
        if (!values.containsKey(key)) {
          changed = changed.without(statement.start(), statement.end());
        }
      }
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      changed = changed.set(table, value.getKey(), value.getValue());
    }
    return changed;
  }

  /** Without a table or value and all below it. Comments stay, but for those between its lines. */
  TomlText remove(List<String> path) {
    List<Range> ranges = new ArrayList<>();
    boolean inside = false;
    for (TomlStatement statement : statements()) {
      inside = statement.header() ? statement.isBelow(path) : inside;
      if (inside && !statement.header()) {
        Range section = ranges.removeLast();
        ranges.add(new Range(section.start, statement.end(), true));
      } else if (statement.isBelow(path)) {
        ranges.add(new Range(statement.start(), statement.end(), statement.header()));
      }
    }
    TomlText changed = this;
    for (Range range : ranges.reversed()) {
      int start = range.section ? changed.blankBefore(range.start, range.end) : range.start;
      changed = changed.without(start, range.end);
    }
    return changed;
  }

  /** What goes: a section from its header to its last value, or a value alone. */
  private record Range(int start, int end, boolean section) {}

  private TomlText without(int start, int end) {
    return new TomlText(text.substring(0, start) + text.substring(end));
  }

  /** Where the blank line in front begins, if one behind it or the end of the file is enough. */
  private int blankBefore(int start, int end) {
    boolean free =
        end == text.length() || text.startsWith("\n", end) || text.startsWith("\r\n", end);
    String before = text.substring(0, start);
    if (!free || !before.endsWith("\n")) {
      return start;
    }
    int blank = start - (before.endsWith("\r\n") ? 2 : 1);
    return blank == 0 || text.charAt(blank - 1) == '\n' ? blank : start;
  }
}
