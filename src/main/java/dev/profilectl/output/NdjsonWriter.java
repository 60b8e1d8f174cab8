package dev.profilectl.output;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One compact JSON object a line, one or many alike. */
final class NdjsonWriter implements RowWriter {
  private final TextOut out;
  private final Look look;

  NdjsonWriter(TextOut out, Look look) {
    this.out = out;
    this.look = look;
  }

  @Override
  public void begin(List<Heading> headings) {}

  @Override
  public void row(Map<String, @Nullable Object> row) throws IOException {
    out.write(JsonTree.escaped(JsonTree.compact(row), look)).write("\n");
  }

  @Override
  public void end() {}
}
