package dev.profilectl.profile;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.validation.RawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a filter. A user without a value is unequal to every value, and in no order.
 */
final class FilterTest {
  private FilterTest() {}

  static Predicate<Profile> of(String name, String operator, @Nullable String text) {
    ProfileKey key = ProfileKey.named(name);
    if (operator.equals("~")) {
      String part = Objects.requireNonNullElse(text, "null").toLowerCase(Locale.ROOT);
      return user -> {
        Object value = key.value().apply(user);
        return value != null && value.toString().toLowerCase(Locale.ROOT).contains(part);
      };
    }
    Comparable<?> wanted = text == null ? null : value(key, text);
    if (wanted == null && !operator.equals("=") && !operator.equals("!=")) {
      throw new Usage(Message.of("where.null-order", name, operator));
    }
    return user -> {
      Comparable<?> value = key.value().apply(user);
      if (value == null || wanted == null) {
        return (value == null && wanted == null) == operator.equals("=")
            && (operator.equals("=") || operator.equals("!="));
      }
      return holds(operator, ProfileKey.compare(value, wanted));
    };
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case "=" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static Comparable<?> value(ProfileKey key, String text) {
    Field field = key.field();
    Comparable<?> value;
    if (field == null) {
      value = key.name().equals("version") ? RawValue.int64(text) : RawValue.flag(text);
    } else {
      value =
          switch (field.kind()) {
            case TEXT, JSON -> text;
            case GENDER -> RawValue.gender(text);
            case DATE -> RawValue.date(text);
            case FLAG -> RawValue.flag(text);
            case DECIMAL -> RawValue.decimal(text);
            case INTEGER -> RawValue.int64(text);
            case TIME -> time(text);
            case ID -> UserId.parse(text).orElse(null);
            case SECRET -> throw new IllegalStateException(key.name());
          };
    }
    if (value == null) {
      throw new Usage(Message.of("where.value", key.name(), text));
    }
    return value;
  }

  /** A moment, or the day whose first one it is (UTC). */
  private static @Nullable Instant time(String text) {
    LocalDate day = RawValue.date(text);
    if (day != null) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException noMoment) {
      return null;
    }
  }
}
