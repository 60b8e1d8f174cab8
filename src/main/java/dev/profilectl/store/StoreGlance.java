package dev.profilectl.store;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.StoreOutline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A look at a store that leaves no trace: nothing is made, upgraded or written. */
public final class StoreGlance {
  /** Larger files are not read as a whole. */
  private static final long MOST_BYTES_CHECKED = 64L << 20;

  private StoreGlance() {}

  /**
   * Looks at the store in a file that is there.
   *
   * @throws Fault where it is none, is damaged, or was made by a newer program
   */
  public static StoreOutline at(Path file) {
    String name = file.toString();
    try (Connection connection = StoreFile.openToLook(file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 2000");
      Schema.isCurrent(connection, name);
      long bytes = Files.size(file);
      if (bytes <= MOST_BYTES_CHECKED) {
        refuseDamaged(statement, name);
      }
      int schema = (int) number(statement, "PRAGMA user_version");
      long users =
          schema == 0
              ? 0
              : number(statement, "SELECT count(*) FROM users WHERE deleted_at IS NULL");
      return new StoreOutline(schema, Schema.CURRENT, users, bytes, Files.isWritable(file));
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    } catch (IOException cause) {
      throw new Fault(Message.of("store.no-place", file, IoReason.of(cause)), cause);
    }
  }

  private static void refuseDamaged(Statement statement, String name) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (!row.getString(1).equals("ok")) {
        throw new Fault(Message.of("store.damaged", name));
      }
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }
}
