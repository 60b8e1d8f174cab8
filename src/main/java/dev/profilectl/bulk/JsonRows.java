package dev.profilectl.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** Opens JSON. */
final class JsonRows {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(TokenTree.CONSTRAINTS)
          .build();

  private JsonRows() {}

  /** The objects of an array, or one object. */
  static RowReader of(InputText text) {
    return new TokenRows(text, parser(text), new TokenRows.Kind(new JsonScalars(), "json", false));
  }

  static JsonParser parser(Reader text) {
    try {
      return JSON.createParser(text);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }
}
