package dev.profilectl.cli.user;

import dev.profilectl.output.Column;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Profile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of one field as a row.
 *
 * @param user whose, as it is now
 * @param change the field with old and new
 */
record ChangeColumns(Profile user, FieldChange change) {
  private static final List<Column<FieldChange>> PLAIN =
      List.of(
          Column.<FieldChange>of("field", change -> change.field().key()).whole(),
          Column.of("old", change -> UserColumns.shown(change.field(), change.before())),
          Column.of("new", change -> UserColumns.shown(change.field(), change.after())));

  /** {@code field old new}. */
  static List<Column<FieldChange>> ofOne() {
    return PLAIN;
  }

  /** {@code username field old new}, with the id for {@code -o id}. */
  static List<Column<ChangeColumns>> ofMany() {
    return List.of(
        Column.<ChangeColumns>of("username", row -> row.user.username()).whole(),
        Column.<ChangeColumns>of("field", row -> row.change.field().key()).whole(),
        Column.of("old", row -> PLAIN.get(1).value().of(row.change)),
        Column.of("new", row -> PLAIN.get(2).value().of(row.change)));
  }

  /** The changes as objects inside a larger one. */
  static List<Map<String, @Nullable Object>> objects(List<FieldChange> changes) {
    return changes.stream().map(change -> Column.object(PLAIN, change)).toList();
  }
}
