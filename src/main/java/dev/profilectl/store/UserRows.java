package dev.profilectl.store;

import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.UserId;
import dev.profilectl.validation.JsonText;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of {@code users} as a profile, and the values of fields as SQLite keeps them. */
final class UserRows {
  /** The fields with a column, in the order of {@link #COLUMNS}. */
  static final List<Field> FIELDS =
      Stream.of(Field.values()).filter(field -> field != Field.ID).toList();

  /** What to select for {@link #profile(ResultSet)}; a secret's hash stays where it is. */
  static final String COLUMNS = columns(FIELDS);

  private UserRows() {}

  /** The column of a field, quoted: one of them is a word of SQL. */
  static String column(Field field) {
    return '"' + field.key() + '"';
  }

  /** These fields of all that have a column, in order; the username always. */
  static List<Field> chosen(Set<Field> fields) {
    return FIELDS.stream().filter(f -> f == Field.USERNAME || fields.contains(f)).toList();
  }

  /**
   * What to select for {@link #profile(ResultSet, List)}: the third column has a bit for each field
   * that is set, since most are not and to ask the driver for each takes longer.
   */
  static String columns(List<Field> fields) {
    List<String> bits = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      bits.add("((" + column(fields.get(i)) + " IS NOT NULL) << " + i + ")");
    }
    return "users.id, version, "
        + String.join(" | ", bits)
        + ", "
        + fields.stream()
            .map(field -> field.isSecret() ? "NULL" : column(field))
            .collect(Collectors.joining(", "));
  }

  /** The profile of a row that was selected with {@link #COLUMNS} first. */
  static Profile profile(ResultSet row) throws SQLException {
    return profile(row, FIELDS);
  }

  /** The profile of a row that was selected with the columns of these fields first. */
  static Profile profile(ResultSet row, List<Field> fields) throws SQLException {
    Map<Field, Object> values = new EnumMap<>(Field.class);
    Set<Field> secrets = EnumSet.noneOf(Field.class);
    for (long bits = row.getLong(3); bits != 0; bits &= bits - 1) {
      int i = Long.numberOfTrailingZeros(bits);
      Field field = fields.get(i);
      if (field.isSecret()) {
        secrets.add(field);
      } else {
        Object value = value(field, row, i + 4);
        if (value != null) {
          values.put(field, value);
        }
      }
    }
    return new Profile(new UserId(row.getString(1)), row.getLong(2), values, secrets);
  }

  /** The value of a field in a column, {@code null} where it is not set. */
  static @Nullable Object value(Field field, ResultSet row, int column) throws SQLException {
    if (field.isSecret()) {
      return row.getString(column);
    }
    return switch (field.kind()) {
      case GENDER, INTEGER, FLAG, TIME -> number(field, row, column);
      case DATE -> parsed(row.getString(column), LocalDate::parse);
      case DECIMAL -> parsed(row.getString(column), BigDecimal::new);
      case TEXT, JSON, SECRET, ID -> row.getString(column);
    };
  }

  private static @Nullable Object parsed(@Nullable String text, Function<String, Object> parser) {
    return text == null ? null : parser.apply(text);
  }

  private static @Nullable Object number(Field field, ResultSet row, int column)
      throws SQLException {
    long number = row.getLong(column);
    if (row.wasNull()) {
      return null;
    }
    return switch (field.kind()) {
      case GENDER -> (int) number;
      case FLAG -> number != 0;
      case TIME -> Instant.ofEpochMilli(number);
      default -> number;
    };
  }

  /** A value as it is bound to a statement; a secret must be a hash, or stars, by now. */
  static @Nullable Object bound(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean flag -> flag ? 1 : 0;
      case Instant time -> time.toEpochMilli();
      case Integer number -> number;
      case Long number -> number;
      default -> value.toString();
    };
  }

  /** The changes as JSON: a member for each field, with its old and its new value. */
  static String json(List<FieldChange> changes) {
    Map<String, List<@Nullable Object>> members = new LinkedHashMap<>();
    for (FieldChange change : changes) {
      members.put(
          change.field().key(), Arrays.asList(bound(change.before()), bound(change.after())));
    }
    return Objects.requireNonNull(JsonText.compact(members));
  }
}
