package dev.profilectl.output;

import dev.profilectl.terminal.DisplayWidth;
import dev.profilectl.terminal.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object as lines of {@code name value}, the values aligned and wrapped at the width. Without
 * headers the values alone.
 */
final class Facts {
  private static final String GAP = "  ";

  private final Look look;
  private final boolean headers;

  Facts(Look look, boolean headers) {
    this.look = look;
    this.headers = headers;
  }

  /** Safe lines without blanks at their ends. */
  List<String> lines(Map<String, @Nullable Object> row, Map<String, String> titles) {
    Integer width = look.width();
    int label = 0;
    if (headers) {
      for (String key : row.keySet()) {
        label = Math.max(label, DisplayWidth.of(SafeText.visible(title(key, titles))));
      }
      label = width == null ? label : Math.min(label, Math.max(1, width / 2));
    }
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> fact : row.entrySet()) {
      String name = headers ? SafeText.visible(title(fact.getKey(), titles)) : "";
      fact(lines, DisplayWidth.truncate(name, label), label, TableText.of(fact.getValue()));
    }
    return lines;
  }

  private static String title(String key, Map<String, String> titles) {
    return titles.getOrDefault(key, key);
  }

  private void fact(List<String> lines, String name, int label, String value) {
    Integer width = look.width();
    String lead = DisplayWidth.padRight(name, label) + (headers ? GAP : "");
    int room = width == null ? Integer.MAX_VALUE : width - DisplayWidth.of(lead);
    List<String> parts = DisplayWidth.wrap(value, room);
    if (parts.isEmpty()) {
      parts = List.of("");
    }
    for (int i = 0; i < parts.size(); i++) {
      String line = ((i == 0 ? lead : " ".repeat(lead.length())) + parts.get(i)).stripTrailing();
      line = width == null ? line : DisplayWidth.truncate(line, width);
      boolean bold = i == 0 && look.styled() && !name.isEmpty() && line.startsWith(name);
      lines.add(bold ? TableText.bold(name) + line.substring(name.length()) : line);
    }
  }
}
