package dev.profilectl.store;

import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.AvatarVersion;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.KeptAvatar;
import dev.profilectl.profile.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads pictures that users have and had. */
final class KeptAvatars {
  private static final String SELECT =
      """
      SELECT a.version, a.url, p.bytes, a.format, a.width, a.height, a.at, o.bytes
      FROM avatars a
      JOIN users u ON u.id = a.user_id
      JOIN pictures p ON p.sha256 = a.picture
      LEFT JOIN pictures o ON o.sha256 = a.original AND %s
      WHERE a.user_id = ?
      """;

  private KeptAvatars() {}

  /** The picture the profile names now. */
  static Optional<Avatar> current(Connection connection, UserId user) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            SELECT.formatted("FALSE") + "AND a.url = u.avatar_url AND u.deleted_at IS NULL")) {
      statement.setString(1, user.text());
      return one(statement).map(KeptAvatar::avatar);
    }
  }

  /** The picture that came with a version. */
  static Optional<KeptAvatar> of(Connection connection, UserId user, long version)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SELECT.formatted("TRUE") + "AND a.version = ?")) {
      statement.setString(1, user.text());
      statement.setLong(2, version);
      return one(statement);
    }
  }

  private static Optional<KeptAvatar> one(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      Avatar avatar =
          new Avatar(
              row.getString(2),
              Blob.of(row.getBytes(3)),
              new Avatar.Shape(row.getString(4), row.getInt(5), row.getInt(6)),
              Instant.ofEpochMilli(row.getLong(7)));
      byte[] original = row.getBytes(8);
      return Optional.of(
          new KeptAvatar(row.getLong(1), avatar, original == null ? null : Blob.of(original)));
    }
  }

  /** That there are pictures, newest first. */
  static List<AvatarVersion> versions(Connection connection, UserId user) throws SQLException {
    String sql =
        """
        SELECT a.version, a.picture, a.original, a.url IS u.avatar_url, a.at
        FROM avatars a JOIN users u ON u.id = a.user_id
        WHERE a.user_id = ?
        ORDER BY a.version DESC
        """;
    List<AvatarVersion> versions = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, user.text());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          versions.add(
              new AvatarVersion(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getBoolean(4),
                  Instant.ofEpochMilli(row.getLong(5))));
        }
      }
    }
    return versions;
  }
}
