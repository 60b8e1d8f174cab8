package dev.profilectl.store;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The numbered steps that make a file a store. {@code PRAGMA user_version} holds the last one
 * taken; to change the schema add the next file and raise {@link #CURRENT}.
 */
final class Schema {
  /** The number of the newest step. */
  static final int CURRENT = 5;

  /** Marks the file as ours: "prfl". */
  private static final int APPLICATION_ID = 0x7072666c;

  private Schema() {}

  /** Whether nothing is to be done, so that opening need not write. */
  static boolean isCurrent(Connection connection, String name) throws SQLException {
    int version = pragma(connection, "user_version");
    int application = pragma(connection, "application_id");
    boolean foreign = application != APPLICATION_ID && (application != 0 || version != 0);
    if (foreign || (version == 0 && pragma(connection, "schema_version") != 0)) {
      throw new Fault(Message.of("store.foreign", name));
    }
    if (version > CURRENT) {
      throw new Fault(Message.of("store.newer", name, version, CURRENT));
    }
    return version == CURRENT;
  }

  /** Takes the steps that are missing, in one transaction. */
  static void upgrade(Connection connection, String name) throws SQLException {
    Transactions.run(
        connection,
        () -> {
          // Another process may have been here while we waited.
          if (!isCurrent(connection, name)) {
            takeSteps(connection);
          }
          return true;
        });
  }

  private static void takeSteps(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int step = pragma(connection, "user_version") + 1; step <= CURRENT; step++) {
        statement.executeUpdate(script(step));
      }
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      statement.execute("PRAGMA user_version = " + CURRENT);
    }
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.getInt(1);
    }
  }

  private static String script(int step) {
    String file = String.format(Locale.ROOT, "%03d.sql", step);
    try (InputStream in = Schema.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no schema step " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
