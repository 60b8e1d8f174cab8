package dev.profilectl.output;

import dev.profilectl.terminal.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row a line, cells separated by tabs. Null is {@code \N}; in texts tab, line feed, carriage
 * return and backslash are {@code \t \n \r \\}, and a lone surrogate is {@code \}{@code uXXXX}, so
 * that every row can be read back exactly. On a terminal everything unsafe is {@code \}{@code
 * uXXXX} too.
 */
final class TsvWriter implements RowWriter {
  private final TextOut out;
  private final Page page;

  TsvWriter(TextOut out, Page page) {
    this.out = out;
    this.page = page;
  }

  @Override
  public void begin(List<Heading> headings) throws IOException {
    if (page.headers()) {
      line(headings.stream().map(Heading::key).toList());
    }
  }

  @Override
  public void row(Map<String, @Nullable Object> row) throws IOException {
    line(row.values().stream().map(this::cell).toList());
  }

  @Override
  public void end() {}

  private void line(List<String> cells) throws IOException {
    out.write(String.join("\t", cells)).write("\n");
  }

  private String cell(@Nullable Object value) {
    String text = Text.of(value);
    if (text == null) {
      return "\\N";
    }
    String escaped = escaped(text);
    return page.look().terminal()
        ? SafeText.replaceUnsafe(escaped, Text::unicodeEscape)
        : Text.replaceLoneSurrogates(escaped, Text::unicodeEscape);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\t' -> escaped.append("\\t");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\\' -> escaped.append("\\\\");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
