package dev.profilectl.bulk;

import dev.profilectl.profile.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Values of fields as texts that give them back exactly. */
final class FieldText {
  private FieldText() {}

  /** The text of a value; {@code null} for none. */
  static @Nullable String of(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** The value of a text that {@link #of} made. */
  static @Nullable Object value(Field field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (field.kind()) {
      case TEXT, JSON, SECRET, ID -> text;
      case GENDER -> Integer.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case FLAG -> Boolean.valueOf(text);
      case DECIMAL -> new BigDecimal(text);
      case INTEGER -> Long.valueOf(text);
      case TIME -> Instant.parse(text);
    };
  }
}
