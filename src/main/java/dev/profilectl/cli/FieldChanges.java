package dev.profilectl.cli;

import dev.profilectl.output.Column;
import dev.profilectl.output.RawJson;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes of fields, and values of fields, as results show them. */
public final class FieldChanges {
  private static final List<Column<FieldChange>> COLUMNS =
      List.of(
          Column.<FieldChange>of("field", change -> change.field().key()).whole(),
          Column.of("old", change -> shown(change.field(), change.before())),
          Column.of("new", change -> shown(change.field(), change.after())));

  private FieldChanges() {}

  /** {@code field old new}. */
  public static List<Column<FieldChange>> columns() {
    return COLUMNS;
  }

  /** The changes as objects inside a larger one. */
  public static List<Map<String, @Nullable Object>> objects(List<FieldChange> changes) {
    return changes.stream().map(change -> Column.object(COLUMNS, change)).toList();
  }

  /** A value as a result shows it. */
  public static @Nullable Object shown(Field field, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case LocalDate date -> date.toString();
      case String json when field.kind() == Field.Kind.JSON -> new RawJson(json);
      default -> value;
    };
  }
}
