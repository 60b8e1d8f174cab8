package dev.profilectl.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The field table once more, read from the contract of the command line and not from the program:
 * which codes a value deserves. Slow, plain, without patterns or annotations.
 */
public final class RuleOracle {
  /** Field, least and most characters, and the codes for no text, too short, too long. */
  private static final List<String> TEXTS =
      List.of(
          "nickname 0 32 400101 - 400102",
          "oaid 0 128 400107 - 400108",
          "device_id 0 128 400109 - 400110",
          "password 6 32 400113 400114 400115",
          "country 0 32 400117 - 400118",
          "province 0 32 400119 - 400120",
          "city 0 32 400121 - 400122",
          "enter_pass 6 8 400123 400124 400125",
          "desc 0 1000 type-mismatch - text-too-long",
          "level 0 128 type-mismatch - text-too-long",
          "major 0 128 type-mismatch - text-too-long",
          "label 0 128 type-mismatch - text-too-long",
          "skill 0 128 type-mismatch - text-too-long",
          "award_info 0 128 type-mismatch - text-too-long",
          "roles 0 128 type-mismatch - text-too-long",
          "mobile 0 32 type-mismatch - text-too-long");

  private RuleOracle() {}

  /** What should be found, as {@code field code}. */
  public static Set<String> judge(Map<String, Object> values) {
    Set<String> found = new TreeSet<>();
    values.forEach(
        (field, value) -> {
          String code = code(field, value);
          if (!code.isEmpty()) {
            found.add(field + " " + code);
          }
        });
    return found;
  }

  private static String code(String field, Object value) {
    for (String row : TEXTS) {
      if (row.startsWith(field + " ")) {
        return text(List.of(row.split(" ", -1)), value);
      }
    }
    return switch (field) {
      case "gender" -> gender(value);
      case "birthday" -> isDay(value) ? "" : "400106";
      case "email" -> value instanceof String text && isEmail(text) ? "" : "400116";
      case "ext_data" -> extData(value);
      case "username" -> value instanceof String text && isName(text) ? "" : "username-invalid";
      case "avatar_url" -> value instanceof String text && isUrl(text) ? "" : "url-invalid";
      case "real_name_verified" -> word(value, Set.of("true", "false"));
      case "refund_rate", "dispute_rate" -> isFinite(value) ? "" : "type-mismatch";
      default -> {
        BigInteger number = integer(value);
        boolean fits =
            number != null
                && number.compareTo(BigInteger.valueOf(Long.MAX_VALUE)) <= 0
                && number.compareTo(BigInteger.valueOf(Long.MIN_VALUE)) >= 0;
        yield fits ? "" : "type-mismatch";
      }
    };
  }

  private static String text(List<String> row, Object value) {
    if (!(value instanceof String text) || isTorn(text)) {
      return row.get(3);
    }
    int length = (int) text.codePoints().count();
    if (length < Integer.parseInt(row.get(1))) {
      return row.get(4);
    }
    return length > Integer.parseInt(row.get(2)) ? row.get(5) : "";
  }

  private static boolean isTorn(String text) {
    return text.codePoints().anyMatch(unit -> unit >= 0xd800 && unit <= 0xdfff);
  }

  private static String gender(Object value) {
    if (value instanceof String name && Set.of("unknown", "male", "female").contains(name)) {
      return "";
    }
    BigInteger number = integer(value);
    if (number == null) {
      return "400103";
    }
    return Set.of("0", "1", "2").contains(number.toString()) ? "" : "400105";
  }

  /** Writing the number again gives the same text: no sign, zero or blank too many. */
  private static @Nullable BigInteger integer(Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return new BigInteger(value.toString());
    }
    try {
      BigInteger number = value instanceof String text ? new BigInteger(text) : null;
      return number != null && number.toString().equals(value) ? number : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }

  private static boolean isDay(Object value) {
    if (!(value instanceof String day)
        || day.length() != 10
        || day.charAt(4) != '-'
        || day.charAt(7) != '-') {
      return false;
    }
    String digits = day.substring(0, 4) + day.substring(5, 7) + day.substring(8);
    if (digits.chars().anyMatch(digit -> digit < '0' || digit > '9')) {
      return false;
    }
    int number = Integer.parseInt(digits);
    int month = number / 100 % 100;
    return number >= 1000_00_00
        && month >= 1
        && month <= 12
        && number % 100 >= 1
        && number % 100 <= YearMonth.of(number / 10000, month).lengthOfMonth();
  }

  private static boolean isEmail(String text) {
    int at = text.indexOf('@');
    if (at < 1 || at > 64 || text.indexOf('@', at + 1) >= 0) {
      return false;
    }
    List<String> labels = List.of(text.substring(at + 1).split("\\.", -1));
    return labels.size() > 1
        && !labels.contains("")
        && text.chars().allMatch(letter -> letter > ' ' && letter < 127);
  }

  private static String extData(Object value) {
    int length = value instanceof String text ? JsonOracle.compactLength(text) : length(value);
    return length == JsonOracle.NO_JSON ? "400126" : length > 200 ? "400127" : "";
  }

  /** The length of a value as JSON, by writing it and judging the text. */
  private static int length(Object value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return JsonOracle.compactLength(text.toString());
  }

  private static void write(Object value, StringBuilder text) {
    if (value instanceof Map<?, ?> map) {
      String comma = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(entry.getKey(), text.append(comma));
        write(entry.getValue(), text.append(':'));
        comma = ",";
      }
      text.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String comma = "[";
      for (Object element : list) {
        write(element, text.append(comma));
        comma = ",";
      }
      text.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof String string) {
      text.append('"');
      string.chars().forEach(unit -> text.append("\\u%04x".formatted(unit)));
      text.append('"');
    } else {
      text.append(value);
    }
  }

  private static boolean isName(String text) {
    String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    long inner = text.chars().filter(letter -> letters.indexOf(letter) >= 0).count();
    boolean known = text.chars().allMatch(letter -> (letters + "._-").indexOf(letter) >= 0);
    boolean id = text.length() == 26 && inner == 26;
    return known && !text.isEmpty() && text.length() <= 64 && !id && !"me".equalsIgnoreCase(text);
  }

  /** Judges what {@link RawValues} makes: no escapes, hosts of letters. */
  private static boolean isUrl(String text) {
    if (text.isEmpty() || text.codePoints().count() > 1024 || isTorn(text)) {
      return false;
    }
    if (text.chars().anyMatch(letter -> letter < ' ' || letter == 127 || letter == '\\')) {
      return false;
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      return !text.startsWith("//") && !List.of(text.split("/", -1)).contains("..");
    }
    String rest = text.substring(colon + 1);
    return Set.of("http", "https").contains(text.substring(0, colon))
        && rest.startsWith("//")
        && rest.length() > 2
        && rest.charAt(2) != '/'
        && rest.indexOf(' ') < 0;
  }

  private static String word(Object value, Set<String> words) {
    return value instanceof Boolean || (value instanceof String text && words.contains(text))
        ? ""
        : "type-mismatch";
  }

  private static boolean isFinite(Object value) {
    if (value instanceof Double number) {
      return !number.isInfinite() && !number.isNaN();
    }
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return new BigDecimal(value.toString()).abs().compareTo(BigDecimal.valueOf(Double.MAX_VALUE))
          <= 0;
    }
    if (value instanceof BigDecimal number) {
      return number.precision() - (long) number.scale() < 400
          && Double.isFinite(number.doubleValue());
    }
    if (!(value instanceof String text)
        || text.isEmpty()
        || !Character.isDigit(text.charAt(text.length() - 1))) {
      return false;
    }
    if (text.chars().anyMatch(letter -> "0123456789-+.eE".indexOf(letter) < 0)
        || text.charAt(0) == '+') {
      return false;
    }
    int point = text.indexOf('.');
    boolean lonely =
        point >= 0
            && (point == 0
                || !Character.isDigit(text.charAt(point - 1))
                || !Character.isDigit(text.charAt(point + 1)));
    try {
      return !lonely && Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException none) {
      return false;
    }
  }
}
