package dev.profilectl.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as {@code ext_data} holds it: one value as compact text, no blanks between tokens, numbers
 * spelled as they came, strings with the fewest escapes.
 */
public final class JsonText {
  /** Deeper than any text of 200 characters can nest. */
  private static final int MAX_DEPTH = 500;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private JsonText() {}

  /**
   * The compact text: of the JSON that a string holds, or of a value (number, boolean, map, list).
   *
   * @return {@code null} where that is not one JSON value, or has a key twice, or text that UTF-8
   *     cannot hold
   */
  public static @Nullable String compact(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      if (value instanceof String json) {
        copy(json, out);
      } else {
        write(value, out);
      }
    } catch (StreamConstraintsException tooDeep) {
      // Hundreds of brackets are out already, so this is longer than any limit: say that.
      return text.toString();
    } catch (IOException | UncheckedIOException | IllegalArgumentException notJson) {
      return null;
    }
    return RawValue.text(text.toString());
  }

  private static void copy(String json, JsonGenerator out) throws IOException {
    try (JsonParser in = JSON.createParser(json)) {
      int values = 0;
      int depth = 0;
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        switch (token) {
          case START_OBJECT, START_ARRAY -> depth++;
          case END_OBJECT, END_ARRAY -> depth--;
          default -> {}
        }
        if (token.isNumeric()) {
          out.writeNumber(in.getText());
        } else {
          out.copyCurrentEvent(in);
        }
        if (depth == 0 && ++values > 1) {
          throw new IllegalArgumentException("more than one value");
        }
      }
      if (values != 1) {
        throw new IllegalArgumentException("no value");
      }
    }
  }

  private static void write(@Nullable Object value, JsonGenerator out) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Boolean flag -> out.writeBoolean(flag);
      case Double number when !Double.isFinite(number) ->
          throw new IllegalArgumentException("not finite");
      case Float number when !Float.isFinite(number) ->
          throw new IllegalArgumentException("not finite");
      case Number number -> out.writeNumber(number.toString());
      case Map<?, ?> object -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
          out.writeFieldName(String.valueOf(entry.getKey()));
          write(entry.getValue(), out);
        }
        out.writeEndObject();
      }
      case Iterable<?> array -> {
        out.writeStartArray();
        for (Object element : array) {
          write(element, out);
        }
        out.writeEndArray();
      }
      default -> throw new IllegalArgumentException(value.getClass().getName());
    }
  }
}
