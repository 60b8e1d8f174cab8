package dev.profilectl.cli.user;

import dev.profilectl.cli.FieldChanges;
import dev.profilectl.output.Column;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Profile;
import java.util.List;

/**
 * A change of one field as a row.
 *
 * @param user whose, as it is now
 * @param change the field with old and new
 */
record ChangeColumns(Profile user, FieldChange change) {
  /** {@code username field old new}, with the id for {@code -o id}. */
  static List<Column<ChangeColumns>> ofMany() {
    return List.of(
        Column.<ChangeColumns>of("username", row -> row.user.username()).whole(),
        Column.<ChangeColumns>of("field", row -> row.change.field().key()).whole(),
        Column.of("old", row -> FieldChanges.columns().get(1).value().of(row.change)),
        Column.of("new", row -> FieldChanges.columns().get(2).value().of(row.change)));
  }
}
