package dev.profilectl.cli.avatar;

import dev.profilectl.output.Column;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Profile;
import java.util.LinkedHashMap;
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

  /** A user's new picture as an object inside a larger one. */
  static Map<String, @Nullable Object> object(Profile user, NewAvatar avatar) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("url", user.get(Field.AVATAR_URL));
    object.put("sha256", avatar.content().sha256());
    object.put("bytes", avatar.content().size());
    object.put("width", avatar.shape().width());
    object.put("height", avatar.shape().height());
    object.put("format", avatar.shape().format());
    return object;
  }
}
