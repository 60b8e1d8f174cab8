package dev.profilectl.output;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON value, indented by two blanks: the object itself, or an array of what comes. */
final class JsonWriter implements RowWriter {
  private final TextOut out;
  private final Look look;
  private final boolean one;
  private boolean empty = true;

  JsonWriter(TextOut out, Look look, boolean one) {
    this.out = out;
    this.look = look;
    this.one = one;
  }

  @Override
  public void begin(List<Heading> headings) throws IOException {
    out.write(one ? "" : "[");
  }

  @Override
  public void row(Map<String, @Nullable Object> row) throws IOException {
    String json = JsonTree.escaped(JsonTree.pretty(row), look);
    if (one) {
      out.write(json).write("\n");
    } else {
      // line breaks are layout only, so indenting the text indents the value
      out.write(empty ? "\n  " : ",\n  ").write(json.replace("\n", "\n  "));
    }
    empty = false;
  }

  @Override
  public void end() throws IOException {
    out.write(one ? "" : empty ? "]\n" : "\n]\n");
  }
}
