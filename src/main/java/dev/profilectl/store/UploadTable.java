package dev.profilectl.store;

import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UploadedFiles;
import dev.profilectl.profile.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files that were sent and may become a picture. */
final class UploadTable implements UploadedFiles {
  private static final int MOST = 20;

  private final Connections connections;
  private final String name;
  private final StoreSettings settings;

  UploadTable(Connections connections, String name, StoreSettings settings) {
    this.connections = connections;
    this.name = name;
    this.settings = settings;
  }

  /**
   * A file as a transaction finds it.
   *
   * @param path where it will be found as a picture
   * @param picture the file
   */
  record Found(String path, NewAvatar picture) {}

  /** The file of this user and id. */
  static Optional<Found> find(Statements statements, UserId user, String id) throws SQLException {
    String sql =
        "SELECT path, bytes, format, width, height FROM uploads WHERE id = ? AND user_id = ?";
    try (ResultSet row = statements.with(sql, List.of(id, user.text())).executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      String path = row.getString(1);
      Avatar.Shape shape = new Avatar.Shape(row.getString(3), row.getInt(4), row.getInt(5));
      String file = path.substring(path.lastIndexOf('/') + 1);
      return Optional.of(
          new Found(path, new NewAvatar(Blob.of(row.getBytes(2)), shape, file, null)));
    }
  }

  /** The path of a picture by the day it came, its owner, its id and its name. */
  static String path(Instant at, UserId user, String id, String fileName) {
    String day =
        LocalDate.ofInstant(at, ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT));
    return "%s/users/%s/%s/%s".formatted(day, user, id, fileName);
  }

  @Override
  public UploadedFile add(UserId user, NewAvatar file) {
    Instant now = settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    String id = UserId.randomText(settings.random());
    String path = path(now, user, id, file.fileName());
    Avatar.Shape shape = file.shape();
    try {
      return connections.write(
          (_, statements) -> {
            String sql =
                """
                INSERT INTO uploads (id, user_id, path, bytes, format, width, height, at)
                SELECT ?, id, ?, ?, ?, ?, ?, ? FROM users WHERE id = ? AND deleted_at IS NULL
                """;
            List<Object> values =
                List.of(
                    id,
                    path,
                    file.content().bytes(),
                    shape.format(),
                    shape.width(),
                    shape.height(),
                    now.toEpochMilli(),
                    user.text());
            if (statements.with(sql, values).executeUpdate() == 0) {
              throw Refusals.noSuchUser(user);
            }
            statements.run(
                """
                DELETE FROM uploads WHERE id IN (
                  SELECT id FROM uploads WHERE user_id = ? ORDER BY at DESC, rowid DESC LIMIT -1 OFFSET ?)
                """,
                List.of(user.text(), MOST));
            return new UploadedFile(id, path, now);
          });
    } catch (SQLException cause) {
      throw SqlFailures.writing(cause, name);
    }
  }
}
