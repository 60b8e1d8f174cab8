package dev.profilectl.output;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Values as plain text, the same in every format. */
final class Text {
  private static final int MANY_DIGITS = 40;

  private Text() {}

  /** The text of a value for formats that have only text; null for null. */
  static @Nullable String of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case Boolean truth -> truth.toString();
      case BigDecimal number -> number(number);
      case Instant time -> time(time);
      case RawJson json -> json.text();
      default -> JsonTree.compact(value);
    };
  }

  /** RFC 3339, UTC, exactly three decimals. */
  static String time(Instant time) {
    return Times.FORMAT.format(time);
  }

  /** Written out unless that would be absurdly long. */
  static String number(BigDecimal number) {
    return Math.abs((long) number.scale()) > MANY_DIGITS
        ? number.toString()
        : number.toPlainString();
  }

  /** The text with every lone surrogate replaced by U+FFFD. */
  static String withoutLoneSurrogates(String text) {
    return replaceLoneSurrogates(text, c -> "\uFFFD");
  }

  /** The text with every lone surrogate replaced by its spelling. */
  static String replaceLoneSurrogates(String text, IntFunction<String> spelling) {
    StringBuilder replaced = null;
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      replaced = replaced == null ? new StringBuilder(text.length() + 8) : replaced;
      replaced.append(text, copied, i).append(spelling.apply(c));
      copied = i + 1;
    }
    return replaced == null ? text : replaced.append(text, copied, text.length()).toString();
  }

  /** A code point as {@code \}{@code uXXXX}, two of them beyond the basic plane. */
  static String unicodeEscape(int codePoint) {
    StringBuilder escaped = new StringBuilder();
    for (char unit : Character.toChars(codePoint)) {
      String hex = Integer.toHexString(unit);
      escaped.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }
    return escaped.toString();
  }

  /** Loaded with the first time that is written. */
  private static final class Times {
    static final DateTimeFormatter FORMAT =
        new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
  }
}
