package dev.profilectl.cli.target;

import dev.profilectl.output.Column;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in.
 *
 * @param target where
 * @param owner as whom; {@code null} where the system does not tell
 */
record LoginColumns(String target, @Nullable Profile owner) {
  static final List<Column<LoginColumns>> ALL =
      List.of(
          Column.<LoginColumns>of("target", LoginColumns::target).whole(),
          Column.<LoginColumns>of("id", row -> row.owner == null ? null : row.owner.id().text())
              .id(),
          Column.of("username", row -> row.owner == null ? null : row.owner.get(Field.USERNAME)));
}
