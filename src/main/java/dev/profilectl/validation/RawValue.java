package dev.profilectl.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a raw value (as JSON, a cell or a flag gave it) as what a field holds. Each method answers
 * {@code null} where the value is not one; the constraints and the conversion both ask here, so
 * that what passes is what is stored.
 */
public final class RawValue {
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*+");

  /** More digits than any limit has; the rest of a longer number would only cost time. */
  private static final int ENOUGH_DIGITS = 100;

  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?");
  private static final Pattern DATE = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");

  private RawValue() {}

  /** The text, where it is a string whose surrogates are all paired. */
  public static @Nullable String text(Object value) {
    if (!(value instanceof String text)) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        boolean pair =
            Character.isHighSurrogate(unit)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return null;
        }
        i++;
      }
    }
    return text;
  }

  /**
   * The integer, from an integral number, its decimal text, or a gender's name. Of an endless text
   * the start, which is out of every range too.
   */
  static @Nullable BigInteger integer(Object value) {
    return switch (value) {
      case Byte number -> BigInteger.valueOf(number);
      case Short number -> BigInteger.valueOf(number);
      case Integer number -> BigInteger.valueOf(number);
      case Long number -> BigInteger.valueOf(number);
      case BigInteger number -> number;
      case String name when GenderNames.of(name) != null -> GenderNames.of(name);
      case String digits when INTEGER.matcher(digits).matches() ->
          new BigInteger(digits.substring(0, Math.min(digits.length(), ENOUGH_DIGITS)));
      default -> null;
    };
  }

  /** 0, 1 or 2; from a number, its text, or {@code unknown}, {@code male}, {@code female}. */
  public static @Nullable Integer gender(Object value) {
    BigInteger number = integer(value);
    boolean known = number != null && number.signum() >= 0 && number.bitLength() <= 2;
    return known && number != null && number.intValue() <= 2 ? number.intValue() : null;
  }

  /** The day, in the years 1000 to 9999. */
  public static @Nullable LocalDate date(Object value) {
    if (!(value instanceof String text) || !DATE.matcher(text).matches()) {
      return null;
    }
    try {
      return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** The boolean. */
  public static @Nullable Boolean flag(Object value) {
    return switch (value) {
      case Boolean flag -> flag;
      case String word when word.equals("true") -> Boolean.TRUE;
      case String word when word.equals("false") -> Boolean.FALSE;
      default -> null;
    };
  }

  /** The number, exact, where its size is within what a double can hold. */
  public static @Nullable BigDecimal decimal(Object value) {
    BigDecimal number =
        switch (value) {
          case BigDecimal exact -> exact;
          case BigInteger exact -> new BigDecimal(exact);
          case Double floating when Double.isFinite(floating) -> BigDecimal.valueOf(floating);
          case Float floating when Float.isFinite(floating) -> new BigDecimal(floating.toString());
          case Byte exact -> BigDecimal.valueOf(exact);
          case Short exact -> BigDecimal.valueOf(exact);
          case Integer exact -> BigDecimal.valueOf(exact);
          case Long exact -> BigDecimal.valueOf(exact);
          case String text when DECIMAL.matcher(text).matches() -> new BigDecimal(text);
          default -> null;
        };
    if (number == null || number.signum() == 0) {
      return number == null ? null : BigDecimal.ZERO;
    }
    // The exponent is looked at before the digits: 1e999999999 must cost nothing.
    long magnitude = (long) number.precision() - number.scale();
    if (magnitude > 310 || magnitude < -400 || Double.isInfinite(number.doubleValue())) {
      return null;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 && magnitude <= 19 ? stripped.setScale(0) : stripped;
  }

  /** The integer, where it fits 64 bits. */
  public static @Nullable Long int64(Object value) {
    boolean named = value instanceof String name && GenderNames.of(name) != null;
    BigInteger number = named ? null : integer(value);
    return number != null && number.bitLength() < Long.SIZE ? number.longValue() : null;
  }

  /** The words that stand for the numbers of {@code gender}. */
  private static final class GenderNames {
    static @Nullable BigInteger of(String name) {
      return switch (name) {
        case "unknown" -> BigInteger.ZERO;
        case "male" -> BigInteger.ONE;
        case "female" -> BigInteger.TWO;
        default -> null;
      };
    }
  }
}
