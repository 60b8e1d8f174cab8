package dev.profilectl.cli.user;

import dev.profilectl.output.Column;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import java.util.List;

/** A user who was deleted, as a row. */
final class DeletedUser {
  static final List<Column<Profile>> COLUMNS =
      List.of(
          Column.<Profile>of("id", user -> user.id().text()).id(),
          Column.<Profile>of("username", user -> user.get(Field.USERNAME)).whole());

  private DeletedUser() {}
}
