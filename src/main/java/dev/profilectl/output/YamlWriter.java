package dev.profilectl.output;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block mapping for one object, a block sequence of mappings for many. */
final class YamlWriter implements RowWriter {
  private final TextOut out;
  private final YamlText yaml;
  private final boolean one;
  private boolean empty = true;

  YamlWriter(TextOut out, Look look, boolean one) {
    this.out = out;
    this.yaml = new YamlText(look.terminal());
    this.one = one;
  }

  @Override
  public void begin(List<Heading> headings) {}

  @Override
  public void row(Map<String, @Nullable Object> row) throws IOException {
    out.write(one ? yaml.document(row) : yaml.document(List.of(row)));
    empty = false;
  }

  @Override
  public void end() throws IOException {
    out.write(!one && empty ? "[]\n" : "");
  }
}
