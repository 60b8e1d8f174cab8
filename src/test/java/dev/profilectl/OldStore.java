package dev.profilectl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A store as an older program left it. */
final class OldStore {
  /** How many users it has, {@code u1} and so on. */
  static final long USERS = 3_000;

  private static final Path STEPS = Path.of("src/main/resources/dev/profilectl/store");

  private OldStore() {}

  /** Makes one in a file, with the first steps of the schema. */
  static void make(Path file, int steps) throws IOException, SQLException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("BEGIN");
      for (int step = 1; step <= steps; step++) {
        statement.executeUpdate(Files.readString(STEPS.resolve("%03d.sql".formatted(step))));
        if (step == 1) {
          statement.executeUpdate(
              """
              WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
              INSERT INTO users (id, version, username, roles, create_at, update_at)
              SELECT printf('%%026d', i), 1, 'u' || i, 'general_user', i, i FROM n
              """
                  .formatted(USERS));
          statement.executeUpdate(
              """
              INSERT INTO history (user_id, version, at, action, run, actor, changes)
              SELECT id, 1, create_at, 'create', '20250101-000000-aaaaa', 'old',
                json_object('username', json_array(NULL, username),
                            'roles', json_array(NULL, roles))
              FROM users
              """);
        }
      }
      statement.execute("COMMIT");
      statement.execute("PRAGMA application_id = " + 0x7072666c);
      statement.execute("PRAGMA user_version = " + steps);
    }
  }
}
