package dev.profilectl.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of a row as text that gives them back exactly, broken characters in values and all. */
public final class Cells {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final Pattern LONE = Pattern.compile("\\p{Cs}");

  private static final JsonScalars SCALARS = new JsonScalars();

  private Cells() {}

  /**
   * The text.
   *
   * @param withheld the columns that are left out
   */
  public static String text(Map<String, ? extends @Nullable Object> cells, Set<String> withheld) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      for (Map.Entry<String, ? extends @Nullable Object> cell : cells.entrySet()) {
        if (!withheld.contains(cell.getKey())) {
          out.writeFieldName(name(cell.getKey()));
          write(cell.getValue(), out);
        }
      }
      out.writeEndObject();
    } catch (IOException neverOfText) {
      throw new UncheckedIOException(neverOfText);
    }
    return text.toString();
  }

  /** Halves of characters may stand in YAML keys; nothing can read them in JSON, or keep them. */
  private static String name(String key) {
    return LONE.matcher(key).replaceAll("\uFFFD");
  }

  private static void write(@Nullable Object value, JsonGenerator out) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case Boolean flag -> out.writeBoolean(flag);
      case Number number -> out.writeNumber(number.toString());
      case Map<?, ?> object -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
          out.writeFieldName(name(String.valueOf(entry.getKey())));
          write(entry.getValue(), out);
        }
        out.writeEndObject();
      }
      case List<?> array -> {
        out.writeStartArray();
        for (Object element : array) {
          write(element, out);
        }
        out.writeEndArray();
      }
      default -> out.writeString(value.toString());
    }
  }

  /** Whether a column is none, but says that the row had secrets. */
  public static boolean isMark(String column) {
    return column.equals(Withheld.MARK);
  }

  /** The cells of a text that {@link #text} made. */
  public static Map<String, @Nullable Object> of(String text) {
    try (JsonParser parser = JsonRows.parser(new StringReader(text))) {
      parser.nextToken();
      return new TokenTree(parser, SCALARS, new Spot("", 1)).row().cells();
    } catch (IOException neverOfText) {
      throw new UncheckedIOException(neverOfText);
    }
  }
}
