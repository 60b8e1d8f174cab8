package dev.profilectl.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.profilectl.failure.Failure.Invalid;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object a line; blank lines are passed over. A line that cannot be read leaves the others. */
final class NdjsonRows implements RowReader {
  private static final JsonScalars SCALARS = new JsonScalars();

  private final InputText text;
  private long line;
  private boolean done;

  NdjsonRows(InputText text) {
    this.text = text;
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public Optional<Row> next() {
    while (!done) {
      String read = line();
      done = read == null;
      if (read != null && !read.isBlank()) {
        return Optional.of(row(read, text.first().at(line)));
      }
    }
    return Optional.empty();
  }

  private @Nullable String line() {
    text.recordBegins(++line);
    try {
      return text.line();
    } catch (Invalid unreadable) {
      done = true;
      throw unreadable;
    }
  }

  private static Row row(String read, Spot spot) {
    try (JsonParser parser = JsonRows.parser(new StringReader(read))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw spot.row("object", Map.of());
      }
      Row row = new TokenTree(parser, SCALARS, spot).row();
      if (parser.nextToken() != null) {
        throw spot.row("more", Map.of());
      }
      return row;
    } catch (StreamConstraintsException tooDeep) {
      throw spot.row("deep", Map.of());
    } catch (JsonProcessingException wrong) {
      throw spot.row("json", Map.of("length", Math.max(1, wrong.getLocation().getColumnNr())));
    } catch (IOException neverOfText) {
      throw new UncheckedIOException(neverOfText);
    }
  }

  @Override
  public void close() {
    text.close();
  }
}
