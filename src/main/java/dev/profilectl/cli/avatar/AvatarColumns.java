package dev.profilectl.cli.avatar;

import dev.profilectl.output.Column;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Profile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user's picture as a row.
 *
 * @param user whose
 * @param avatar the picture
 */
record AvatarColumns(Profile user, Avatar avatar) {
  private static final List<Column<Avatar>> PICTURE =
      List.of(
          Column.of("url", Avatar::url),
          Column.of("sha256", avatar -> avatar.content().sha256()),
          Column.of("bytes", avatar -> avatar.content().size()),
          Column.of("width", avatar -> avatar.shape().width()),
          Column.of("height", avatar -> avatar.shape().height()),
          Column.of("format", avatar -> avatar.shape().format()));

  static List<Column<AvatarColumns>> all() {
    return List.of(
        Column.<AvatarColumns>of("id", row -> row.user.id().text()).id(),
        Column.<AvatarColumns>of("username", row -> row.user.username()).whole(),
        Column.of("format", row -> row.avatar.shape().format()),
        Column.of("width", row -> row.avatar.shape().width()),
        Column.of("height", row -> row.avatar.shape().height()),
        Column.of("bytes", row -> row.avatar.content().size()),
        Column.of("at", row -> row.avatar.at()),
        Column.<AvatarColumns>of("url", row -> row.avatar.url()).detail(),
        Column.<AvatarColumns>of("sha256", row -> row.avatar.content().sha256()).detail());
  }

  /** The picture as an object inside a larger one. */
  static Map<String, @Nullable Object> object(Avatar avatar) {
    return Column.object(PICTURE, avatar);
  }
}
