package dev.profilectl.output;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.terminal.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bare ids, one a line, whatever {@code --fields} says: the column made for it, else the one called
 * {@code id}. Rows without an id are left out. Ids hold nothing unsafe; one that does was made up
 * by a server, and is spelled out so that a line stays an id.
 */
final class IdWriter implements RowWriter {
  private final TextOut out;
  private String key = "";

  IdWriter(TextOut out) {
    this.out = out;
  }

  @Override
  public void begin(List<Heading> headings) {
    key =
        headings.stream()
            .filter(heading -> heading.use() == Column.Use.ID)
            .findFirst()
            .or(() -> headings.stream().filter(h -> h.key().equals("id")).findFirst())
            .orElseThrow(() -> new Failure.Usage(Message.of("output.no-ids")))
            .key();
  }

  @Override
  public void row(Map<String, @Nullable Object> row) throws IOException {
    String id = Text.of(row.get(key));
    if (id != null) {
      out.write(SafeText.visible(id)).write("\n");
    }
  }

  @Override
  public void end() {}
}
