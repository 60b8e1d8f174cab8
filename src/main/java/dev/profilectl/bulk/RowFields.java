package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.Secret;
import dev.profilectl.validation.Problem;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which field each column of one input fills. A column is called like its field, or renamed; what
 * an export tells besides (times, {@code version}, {@code has_password}), and why a row was
 * rejected, is passed over.
 */
public final class RowFields {
  private static final Set<String> TOLD_BY_EXPORT =
      Set.of(
          "create_at",
          "update_at",
          "last_password_update",
          "version",
          "has_password",
          "has_enter_pass",
          "extra",
          "error_code",
          "error_message");

  private final String file;
  private final Map<String, Field> renames = new LinkedHashMap<>();
  private final Map<String, Optional<Field>> known = new HashMap<>();
  private final Set<String> ignored = new TreeSet<>();

  /**
   * Of an input.
   *
   * @param file its name, for sentences
   * @param renames the documented name of a field by the column that is to fill it
   * @throws Usage where there is no such field, or the store alone sets it
   */
  public RowFields(String file, Map<String, String> renames) {
    this.file = file;
    renames.forEach(
        (column, key) -> {
          Field field = ProfileRules.field(key);
          if (field.isReadOnly() && field != Field.ID) {
            throw new Usage(Message.of("bulk.map-read-only", key), Problem.of(key, "read-only"));
          }
          this.renames.put(column, field);
        });
  }

  /**
   * Judges the columns of a header, before the first row; nothing to do where there is none.
   *
   * @throws Usage for a column without a field, two columns of one field, and a renamed column that
   *     is not there
   */
  public void check(List<String> columns) {
    if (columns.isEmpty()) {
      return;
    }
    Map<Field, String> from = new EnumMap<>(Field.class);
    for (String column : columns) {
      field(column, 0).ifPresent(field -> refuseSecond(from.put(field, column), column, field));
    }
    for (String column : renames.keySet()) {
      if (!columns.contains(column)) {
        String all = String.join(", ", columns);
        throw new Usage(Message.of("bulk.map-missing", file, column, all));
      }
    }
  }

  /**
   * The raw values of a row, ready for {@link ProfileRules#patch}; secrets are wrapped. The {@code
   * id} is among them where the row has one: it finds a user or is given to a new one, and is to be
   * taken out of an update.
   *
   * @return in the order of the table, to be changed at will
   * @throws Usage for a column without a field, and two of one field
   */
  public Map<Field, @Nullable Object> values(Row row) {
    Map<Field, @Nullable Object> values = new EnumMap<>(Field.class);
    Map<Field, String> from = new EnumMap<>(Field.class);
    row.cells()
        .forEach(
            (column, value) -> {
              Field field = field(column, row.line()).orElse(null);
              if (field != null) {
                refuseSecond(from.put(field, column), column, field);
                values.put(field, raw(field, value));
              }
            });
    return values;
  }

  private static @Nullable Object raw(Field field, @Nullable Object value) {
    return field.isSecret() && value instanceof String text && !text.isEmpty()
        ? new Secret(text)
        : value;
  }

  /** Passes over a column that something else is read from. */
  void passOver(String column) {
    known.put(column, Optional.empty());
  }

  /** The field of a column; empty where it is passed over, or there is none. */
  Optional<Field> known(String column) {
    Field renamed = renames.get(column);
    return renamed == null ? Field.of(column) : Optional.of(renamed);
  }

  /** The columns that were passed over, sorted. */
  public Set<String> ignored() {
    return Collections.unmodifiableSet(ignored);
  }

  private Optional<Field> field(String column, long line) {
    Optional<Field> field = known.get(column);
    if (field == null) {
      field = found(column, line);
      known.put(column, field);
    }
    return field;
  }

  private Optional<Field> found(String column, long line) {
    Field renamed = renames.get(column);
    if (renamed != null) {
      return Optional.of(renamed);
    }
    if (TOLD_BY_EXPORT.contains(column)) {
      ignored.add(column);
      return Optional.empty();
    }
    return Optional.of(Field.of(column).orElseThrow(() -> unknown(column, line)));
  }

  private Usage unknown(String column, long line) {
    String place = line == 0 ? file : file + ":" + line;
    Problem problem = Problem.of(column, "unknown-field");
    return new Usage(
        Nearest.to(column, Field.keys())
            .map(near -> Message.of("bulk.unknown-column-near", place, column, near))
            .orElseGet(() -> Message.of("bulk.unknown-column", place, column)),
        problem);
  }

  private void refuseSecond(@Nullable String first, String column, Field field) {
    if (first != null) {
      throw new Usage(Message.of("bulk.two-columns", file, first, column, field.key()));
    }
  }
}
