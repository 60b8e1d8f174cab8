package dev.profilectl.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scalars of YAML. The value of a field is the text that was written, so that {@code no}, {@code
 * 1.0} and {@code 0123} do not turn into something else; the rules read numbers and truths from
 * text. Inside a larger value they are what JSON has.
 */
final class YamlScalars implements TokenTree.Scalars {
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

  private static final String CORE = "tag:yaml.org,2002:";
  private static final Set<String> KNOWN =
      Set.of("str", "int", "float", "bool", "null", "map", "seq", "timestamp");

  @Override
  public @Nullable Object read(JsonParser parser, boolean top) throws IOException {
    if (isNothing(parser)) {
      return null;
    }
    JsonToken token = parser.currentToken();
    String text = parser.getText();
    if (top || token == JsonToken.VALUE_STRING) {
      return text;
    }
    return switch (token) {
      case VALUE_TRUE, VALUE_FALSE -> truth(text);
      default -> JSON_NUMBER.matcher(text).matches() ? Spelled.number(text) : text;
    };
  }

  /** Only version 1.1 takes {@code yes} for a truth. */
  private static Object truth(String text) {
    return switch (text) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> text;
    };
  }

  /** A key with nothing behind it too, which is told as an empty text of no width. */
  @Override
  public boolean isNothing(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return parser.currentToken() == JsonToken.VALUE_NULL;
    }
    return parser.getText().isEmpty()
        && parser.currentTokenLocation().getCharOffset()
            == parser.currentLocation().getCharOffset();
  }

  @Override
  public @Nullable String refusal(JsonParser parser) throws IOException {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      return "alias";
    }
    Object tag = parser.getTypeId();
    boolean known =
        tag == null
            || tag.equals("!")
            || (tag instanceof String name
                && KNOWN.contains(name.startsWith(CORE) ? name.substring(CORE.length()) : name));
    return known ? null : "tag";
  }
}
