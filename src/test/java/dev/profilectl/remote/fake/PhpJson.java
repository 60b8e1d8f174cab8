package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes JSON as PHP does after having read it into arrays: slashes escaped, an empty object turned
 * into an empty list, members 0, 1, 2 turned into a list, big numbers turned into floats.
 */
final class PhpJson {
  /** Which of PHP's flags are set. */
  private enum Style {
    ASCII,
    UNICODE,
    PRETTY
  }

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private PhpJson(Style style) {
    this.style = style;
  }

  /** Without flags: everything beyond ASCII is escaped. */
  static String ascii(JsonNode node) {
    return new PhpJson(Style.ASCII).written(node);
  }

  /** Unicode left as it is: how answers are written. */
  static String unicode(JsonNode node) {
    return new PhpJson(Style.UNICODE).written(node);
  }

  /** Unicode left as it is, over several lines. */
  static String pretty(JsonNode node) {
    return new PhpJson(Style.PRETTY).written(node);
  }

  private String written(JsonNode node) {
    write(node, 0);
    return out.toString();
  }

  private void write(JsonNode node, int depth) {
    switch (node.getNodeType()) {
      case OBJECT -> members((ObjectNode) node, depth);
      case ARRAY -> {
        List<Runnable> items = new ArrayList<>();
        node.forEach(item -> items.add(() -> write(item, depth + 1)));
        group("[]", items, depth);
      }
      case STRING -> text(node.textValue());
      case NUMBER -> out.append(number(node));
      default -> out.append(node);
    }
  }

  private void members(ObjectNode object, int depth) {
    boolean list = isList(object);
    List<Runnable> items = new ArrayList<>();
    object
        .properties()
        .forEach(
            member ->
                items.add(
                    () -> {
                      if (!list) {
                        text(member.getKey());
                        out.append(style == Style.PRETTY ? ": " : ":");
                      }
                      write(member.getValue(), depth + 1);
                    }));
    group(list ? "[]" : "{}", items, depth);
  }

  private static boolean isList(ObjectNode object) {
    int expected = 0;
    for (var member : object.properties()) {
      if (!member.getKey().equals(String.valueOf(expected++))) {
        return false;
      }
    }
    return true;
  }

  private void group(String brackets, List<Runnable> items, int depth) {
    out.append(brackets.charAt(0));
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ",");
      line(depth + 1);
      items.get(i).run();
    }
    if (!items.isEmpty()) {
      line(depth);
    }
    out.append(brackets.charAt(1));
  }

  private void line(int depth) {
    if (style == Style.PRETTY) {
      out.append('\n').append("    ".repeat(depth));
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '/' -> out.append("\\/");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || (c > '~' + 1 && style == Style.ASCII)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** A whole number of 64 bits as it is; any other in the fewest digits that mean the same. */
  static String number(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return String.valueOf(node.longValue());
    }
    double value = node.doubleValue();
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int point = shortest.precision() - shortest.scale();
    if (value == 0 || (point >= -3 && point <= 17)) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "0" : digits.substring(1);
    String sign = value < 0 ? "-" : "";
    return sign
        + digits.charAt(0)
        + "."
        + fraction
        + (point < 1 ? "e-" : "e+")
        + Math.abs(point - 1);
  }
}
