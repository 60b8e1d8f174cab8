package dev.profilectl.store;

import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Replacement;
import dev.profilectl.profile.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of {@code replaced_pictures}; equal bytes are kept once. */
final class ReplacedPictures {
  private final Statements statements;

  ReplacedPictures(Statements statements) {
    this.statements = statements;
  }

  /** Keeps one of a run, by its number, unless one of that user is kept already. */
  void keep(long run, Replacement replacement) throws SQLException {
    String user = replacement.user().text();
    if (isKept(run, user)) {
      return;
    }
    Avatar before = replacement.before();
    Avatar.Shape shape = before == null ? null : before.shape();
    statements.run(
        """
        INSERT INTO replaced_pictures
          (run, user_id, name, picture, url, format, width, height, became)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Arrays.asList(
            run,
            user,
            replacement.name(),
            before == null ? null : kept(before.content()),
            before == null ? null : before.url(),
            shape == null ? null : shape.format(),
            shape == null ? null : shape.width(),
            shape == null ? null : shape.height(),
            kept(replacement.after())));
  }

  private boolean isKept(long run, String user) throws SQLException {
    String sql = "SELECT 1 FROM replaced_pictures WHERE run = ? AND user_id = ?";
    try (ResultSet row = statements.with(sql, List.of(run, user)).executeQuery()) {
      return row.next();
    }
  }

  private @Nullable String kept(@Nullable Blob blob) throws SQLException {
    if (blob == null) {
      return null;
    }
    statements.run(
        "INSERT INTO replaced_bytes (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
        List.of(blob.sha256(), blob.bytes()));
    return blob.sha256();
  }

  /** The one of a user in a run, by its id. */
  Optional<Replacement> find(String run, UserId user) throws SQLException {
    String sql =
        """
        SELECT b.bytes, r.url, r.format, r.width, r.height, a.bytes, r.name
        FROM replaced_pictures r
        LEFT JOIN replaced_bytes b ON b.sha256 = r.picture
        LEFT JOIN replaced_bytes a ON a.sha256 = r.became
        WHERE r.run = (SELECT number FROM runs WHERE id = ?) AND r.user_id = ?
        """;
    try (ResultSet row = statements.with(sql, List.of(run, user.text())).executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      byte[] before = row.getBytes(1);
      byte[] after = row.getBytes(6);
      Avatar avatar =
          before == null
              ? null
              : new Avatar(
                  row.getString(2),
                  Blob.of(before),
                  new Avatar.Shape(row.getString(3), row.getInt(4), row.getInt(5)),
                  null);
      Blob became = after == null ? null : Blob.of(after);
      return Optional.of(new Replacement(user, row.getString(7), avatar, became));
    }
  }
}
