package dev.profilectl.store;

import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures by their hash, and who has or had them. */
final class AvatarTable {
  private final Statements statements;
  private final Stamp stamp;

  AvatarTable(Statements statements, Stamp stamp) {
    this.statements = statements;
    this.stamp = stamp;
  }

  /** The hash of the picture the profile names now, {@code null} where none is kept. */
  @Nullable String currentHash(UserId user) throws SQLException {
    String sql =
        """
        SELECT a.picture FROM avatars a JOIN users u ON u.id = a.user_id
        WHERE a.user_id = ? AND a.url = u.avatar_url
        """;
    try (ResultSet row = statements.with(sql, List.of(user.text())).executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }

  /** Keeps the picture, and what it was made from, as the user's at this version. */
  void insert(Profile user, String url, NewAvatar avatar) throws SQLException {
    keep(avatar.content());
    Blob original = avatar.original();
    if (original != null) {
      keep(original);
    }
    Avatar.Shape shape = avatar.shape();
    statements.run(
        """
        INSERT INTO avatars
          (user_id, version, url, picture, original, format, width, height, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Arrays.asList(
            user.id().text(),
            user.version(),
            url,
            avatar.content().sha256(),
            original == null ? null : original.sha256(),
            shape.format(),
            shape.width(),
            shape.height(),
            stamp.now().toEpochMilli()));
  }

  private void keep(Blob blob) throws SQLException {
    statements.run(
        "INSERT INTO pictures (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
        List.of(blob.sha256(), blob.bytes()));
  }
}
