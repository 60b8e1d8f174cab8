package dev.profilectl.output;

import dev.profilectl.terminal.SafeText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as people see them in tables: always safe for a terminal, on one line. */
final class TableText {
  /** What stands for null: an empty cell looks like a fault of the table. */
  private static final String NOTHING = "-";

  private TableText() {}

  static String of(@Nullable Object value) {
    if (value instanceof List<?> items && items.stream().noneMatch(TableText::isNested)) {
      return items.stream().map(TableText::of).collect(Collectors.joining(", "));
    }
    String text = Text.of(value);
    return text == null ? NOTHING : SafeText.visible(text);
  }

  static String bold(String text) {
    return "\u001b[1m" + text + "\u001b[0m";
  }

  private static boolean isNested(@Nullable Object value) {
    return value instanceof Iterable || value instanceof java.util.Map;
  }
}
