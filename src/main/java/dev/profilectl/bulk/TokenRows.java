package dev.profilectl.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows from the tokens of one long text: the objects of an array, or objects by themselves. */
final class TokenRows implements RowReader {
  private final InputText text;
  private final JsonParser parser;
  private final Kind kind;
  private boolean inArray;
  private boolean began;
  private boolean done;

  /**
   * What is different between formats.
   *
   * @param scalars how scalars are read
   * @param word which sentence of {@code input-malformed} tells a mistake in the syntax
   * @param documents whether further values may follow the first
   */
  record Kind(TokenTree.Scalars scalars, String word, boolean documents) {}

  TokenRows(InputText text, JsonParser parser, Kind kind) {
    this.text = text;
    this.parser = parser;
    this.kind = kind;
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public Optional<Row> next() {
    boolean goesOn = false;
    try {
      text.recordBegins(here().line());
      Row row = done ? null : row();
      done |= row == null;
      goesOn = true;
      return Optional.ofNullable(row);
    } catch (Invalid told) {
      goesOn = told.problems().getFirst().code().equals("row-malformed");
      throw told;
    } catch (StreamConstraintsException tooDeep) {
      throw here().input("deep", Map.of());
    } catch (JsonProcessingException wrong) {
      throw syntax(wrong);
    } catch (IOException unreadable) {
      throw new Fault(Message.of("file.unreadable", text.first().file()), unreadable);
    } finally {
      done |= !goesOn;
    }
  }

  private @Nullable Row row() throws IOException {
    JsonToken token = parser.nextToken();
    while (token == JsonToken.END_ARRAY
        || (token == JsonToken.START_ARRAY && !inArray)
        || isEmptyDocument(token)) {
      refuseSecond(token == JsonToken.START_ARRAY);
      inArray = token == JsonToken.START_ARRAY;
      checked();
      token = parser.nextToken();
    }
    if (token == null) {
      return null;
    }
    refuseSecond(!inArray);
    Spot spot = here();
    text.recordBegins(spot.line());
    if (token == JsonToken.START_OBJECT) {
      return new TokenTree(parser, kind.scalars, spot).row();
    }
    if (!inArray) {
      throw spot.input("root", Map.of());
    }
    String refused = kind.scalars.refusal(parser);
    parser.skipChildren();
    throw spot.row(refused == null ? "object" : refused, Map.of());
  }

  private boolean isEmptyDocument(@Nullable JsonToken token) throws IOException {
    return token != null && !inArray && kind.documents && kind.scalars.isNothing(parser);
  }

  private void checked() throws IOException {
    String refused = kind.scalars.refusal(parser);
    if (refused != null) {
      throw here().input(refused, Map.of());
    }
  }

  /** One value is the whole text, unless it is one of several documents. */
  private void refuseSecond(boolean beginsValue) {
    if (beginsValue) {
      if (began && !kind.documents) {
        throw here().input("more", Map.of());
      }
      began = true;
    }
  }

  private Spot here() {
    var location = parser.currentToken() == null ? null : parser.currentTokenLocation();
    return text.first().at(location == null ? 1 : Math.max(1, location.getLineNr()));
  }

  private Failure syntax(JsonProcessingException wrong) {
    for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Failure told) {
        return told;
      }
    }
    var location = wrong.getLocation();
    Spot spot = location == null ? here() : text.first().at(Math.max(1, location.getLineNr()));
    int column = location == null ? 1 : Math.max(1, location.getColumnNr());
    return spot.input(kind.word, Map.of("length", column));
  }

  @Override
  public void close() {
    text.close();
  }
}
