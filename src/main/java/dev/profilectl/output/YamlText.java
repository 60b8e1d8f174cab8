package dev.profilectl.output;

import dev.profilectl.terminal.SafeText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values as YAML, in the part of it that versions 1.1 and 1.2 read alike: blocks, plain words where
 * no reader can take them for anything else, double quotes for all other texts. Written here and
 * not by a library because number spellings, lone surrogates and what is unsafe on a terminal each
 * need a say in the escapes.
 */
final class YamlText {
  /** Words that some version takes for a truth, a null or a number. */
  private static final Set<String> RESERVED =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  /** Longer keys must be announced; the limit of an unannounced one is 1024. */
  private static final int LONG_KEY = 1000;

  private final boolean terminal;

  YamlText(boolean terminal) {
    this.terminal = terminal;
  }

  /** The value as lines, the last one ended too. */
  String document(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    if (isBlock(value)) {
      block(text, value, 0);
    } else {
      text.append(scalar(value)).append('\n');
    }
    return text.toString();
  }

  private static boolean isBlock(@Nullable Object value) {
    return (value instanceof Map<?, ?> map && !map.isEmpty())
        || (value instanceof List<?> list && !list.isEmpty());
  }

  private void block(StringBuilder text, @Nullable Object value, int indent) {
    if (value instanceof Map<?, ?> members) {
      for (Map.Entry<?, ?> member : members.entrySet()) {
        String key = string(String.valueOf(member.getKey()));
        if (key.length() > LONG_KEY) {
          indent(text, indent).append("? ").append(key).append('\n');
          key = "";
        }
        indent(text, indent).append(key).append(':');
        nested(text, member.getValue(), indent + 2);
      }
    } else if (value instanceof List<?> items) {
      for (Object item : items) {
        indent(text, indent).append('-');
        Object plain = plain(item);
        if (isBlock(plain)) {
          StringBuilder child = new StringBuilder();
          block(child, plain, indent + 2);
          text.append(' ').append(child, indent + 2, child.length());
        } else {
          text.append(' ').append(scalar(plain)).append('\n');
        }
      }
    }
  }

  private void nested(StringBuilder text, @Nullable Object value, int indent) {
    Object plain = plain(value);
    if (isBlock(plain)) {
      text.append('\n');
      block(text, plain, indent);
    } else {
      text.append(' ').append(scalar(plain)).append('\n');
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof RawJson raw
        ? raw.isString() ? raw.text() : JsonTree.parsed(raw)
        : value;
  }

  private static StringBuilder indent(StringBuilder text, int indent) {
    return text.repeat(' ', indent);
  }

  private String scalar(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> string(text);
      case Boolean truth -> truth.toString();
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case BigDecimal number -> number(Text.number(number));
      case JsonTree.Spelled number -> number(number.text());
      // quoted: a reader would make a time of it and spell it its own way
      case Instant time -> '"' + Text.time(time) + '"';
      case List<?> _ -> "[]";
      case Map<?, ?> _ -> "{}";
      default -> throw new IllegalArgumentException("no value to show: " + value.getClass());
    };
  }

  /** YAML 1.1 takes {@code 1e5} for a text; the tag tells every version that it is a number. */
  private static String number(String spelling) {
    boolean exponent = spelling.indexOf('e') >= 0 || spelling.indexOf('E') >= 0;
    return exponent ? "!!float " + spelling : spelling;
  }

  private String string(String text) {
    if (isWord(text) && (!terminal || SafeText.visible(text).equals(text))) {
      return text;
    }
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (mayStand(c)) {
                    quoted.appendCodePoint(c);
                  } else {
                    quoted.append(escape(c));
                  }
                }
              }
            });
    String exact = quoted.append('"').toString();
    return terminal ? SafeText.replaceUnsafe(exact, YamlText::escape) : exact;
  }

  /** Whether the characters of a line need no escape. */
  boolean mayStand(String line) {
    return line.codePoints().allMatch(YamlText::mayStand)
        && (!terminal || SafeText.visible(line).equals(line));
  }

  /** Printable and no line break in any version. */
  private static boolean mayStand(int c) {
    return c < 0x7F
        ? c >= ' '
        : c >= 0xA0
            && c != 0x2028
            && c != 0x2029
            && c != 0xFEFF
            && (c < 0xD800 || c > 0xDFFF)
            && c != 0xFFFE
            && c != 0xFFFF;
  }

  private static String escape(int c) {
    return String.format(
        Locale.ROOT, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
  }

  /** Letters, then letters, digits and a few harmless signs, single blanks between. */
  private static boolean isWord(String text) {
    if (text.isEmpty()
        || !Character.isLetter(text.codePointAt(0))
        || text.endsWith(" ")
        || RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    return text.codePoints()
        .allMatch(c -> Character.isLetter(c) || (c >= '0' && c <= '9') || " _-.@/".indexOf(c) >= 0);
  }
}
