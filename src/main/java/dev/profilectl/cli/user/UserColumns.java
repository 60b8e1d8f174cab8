package dev.profilectl.cli.user;

import dev.profilectl.cli.FieldChanges;
import dev.profilectl.output.Column;
import dev.profilectl.output.RawJson;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user as a row: the order of fields that scripts rely on. */
public final class UserColumns {
  /** What a table of many shows; the rest is a {@code user get} away. */
  private static final Set<Field> BRIEF = EnumSet.of(Field.NICKNAME, Field.EMAIL, Field.CITY);

  private static final List<Column<Profile>> ALL = make();

  private UserColumns() {}

  /** Every column. */
  public static List<Column<Profile>> all() {
    return ALL;
  }

  /** The user as an object inside a larger one. */
  public static Map<String, @Nullable Object> object(Profile user) {
    return Column.object(ALL, user);
  }

  private static List<Column<Profile>> make() {
    List<Column<Profile>> columns = new ArrayList<>();
    columns.add(Column.<Profile>of("id", user -> user.id().text()).id());
    columns.add(Column.<Profile>of("username", user -> user.get(Field.USERNAME)).whole());
    for (Field field : Field.values()) {
      if (field == Field.ID || field == Field.USERNAME) {
        continue;
      }
      Column<Profile> column =
          field.isSecret()
              ? Column.of("has_" + field.key(), user -> user.secrets().contains(field))
              : Column.of(field.key(), user -> FieldChanges.shown(field, user.get(field)));
      columns.add(BRIEF.contains(field) ? column : column.detail());
    }
    columns.add(
        Column.<Profile>of("version", user -> user.version() == 0 ? null : user.version())
            .detail());
    columns.add(
        Column.<Profile>of("extra", user -> user.extra() == null ? null : new RawJson(user.extra()))
            .detail());
    return List.copyOf(columns);
  }
}
