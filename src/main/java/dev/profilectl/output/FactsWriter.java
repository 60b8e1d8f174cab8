package dev.profilectl.output;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table format of exactly one object. */
final class FactsWriter implements RowWriter {
  private final TextOut out;
  private final Facts facts;
  private final Map<String, String> titles = new LinkedHashMap<>();

  FactsWriter(TextOut out, Page page) {
    this.out = out;
    this.facts = new Facts(page.look(), page.headers());
  }

  @Override
  public void begin(List<Heading> headings) {
    headings.forEach(heading -> titles.put(heading.key(), heading.title()));
  }

  @Override
  public void row(Map<String, @Nullable Object> row) throws IOException {
    for (String line : facts.lines(row, titles)) {
      out.write(line).write("\n");
    }
  }

  @Override
  public void end() {}
}
