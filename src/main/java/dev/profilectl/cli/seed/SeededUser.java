package dev.profilectl.cli.seed;

import dev.profilectl.output.Column;
import dev.profilectl.seed.MadeUser;
import java.util.List;

/**
 * A made-up user as a row.
 *
 * @param user who it is
 * @param created whether this command made it
 */
record SeededUser(MadeUser user, boolean created) {
  static final List<Column<SeededUser>> COLUMNS =
      List.of(
          Column.<SeededUser>of("id", row -> row.user.id().text()).id(),
          Column.<SeededUser>of("username", row -> row.user.username()).whole(),
          Column.of("case", row -> row.user.trait().word()),
          Column.of("avatar", row -> row.user.pictured()),
          Column.of("created", SeededUser::created));
}
