package dev.profilectl.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.profilectl.failure.Failure.Invalid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of the tokens of one object. What is wrong is told when the object was read whole.
 */
final class TokenTree {
  /** Deeper than any value of 200 characters can nest. */
  private static final int DEEPEST = 500;

  /** A value of 200 characters holds a hundred; each costs many times its text. */
  private static final int MOST = 10_000;

  /** Records are bounded by the text; so these need not be. */
  static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .build();

  private final JsonParser parser;
  private final Scalars scalars;
  private final Spot spot;
  private final Map<String, Long> lines = new HashMap<>();
  private @Nullable Invalid wrong;
  private int values;

  /** Of a parser that stands on the start of an object, which is at this spot. */
  TokenTree(JsonParser parser, Scalars scalars, Spot spot) {
    this.parser = parser;
    this.scalars = scalars;
    this.spot = spot;
  }

  /** How a format reads what is no object and no array. */
  interface Scalars {
    /**
     * The value of the token.
     *
     * @param top whether it is a field of the row, not part of a larger value
     */
    @Nullable Object read(JsonParser parser, boolean top) throws IOException;

    /** Whether the token says that there is no value. */
    default boolean isNothing(JsonParser parser) throws IOException {
      return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /**
     * Which sentence of {@code row-malformed} tells why this token cannot be taken; {@code null}
     * where it can.
     */
    default @Nullable String refusal(JsonParser parser) throws IOException {
      return null;
    }
  }

  /** The row; the parser then stands on the end of the object. */
  Row row() throws IOException {
    check();
    Map<String, @Nullable Object> cells = object(true);
    if (wrong != null) {
      throw wrong;
    }
    return new Row(spot.line(), cells);
  }

  /** The line of each field that was read so far; of one that stands twice the later. */
  Map<String, Long> lines() {
    return lines;
  }

  private Map<String, @Nullable Object> object(boolean top) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      check();
      if (top) {
        lines.put(name, (long) parser.currentTokenLocation().getLineNr());
      }
      parser.nextToken();
      Object value = value(top);
      if (members.containsKey(name)) {
        refuse("twice", Map.of("column", name));
      }
      if (values <= MOST) {
        members.put(name, value);
      }
    }
    return members;
  }

  private @Nullable Object value(boolean top) throws IOException {
    check();
    if (++values > MOST) {
      refuse("large", Map.of("max", MOST));
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return object(false);
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<@Nullable Object> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        Object value = value(false);
        if (values <= MOST) {
          elements.add(value);
        }
      }
      return elements;
    }
    return scalars.read(parser, top);
  }

  private void check() throws IOException {
    String kind = scalars.refusal(parser);
    if (kind != null) {
      refuse(kind, Map.of());
    }
  }

  private void refuse(String kind, Map<String, Object> facts) {
    wrong = wrong == null ? spot.row(kind, facts) : wrong;
  }
}
