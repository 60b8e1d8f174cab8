package dev.profilectl.store;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Puts the content of a file in the place of everything. What was there is kept, to the last change
 * of others: while the transaction holds them off, a second connection still reads it, and the copy
 * has its name before the new content is the store's.
 */
final class StoreRestore {
  /**
   * In the order in which rows may refer to rows. Tokens are not among them: one that was revoked
   * must not come back.
   */
  private static final List<String> TABLES =
      List.of("users", "user_numbers", "pictures", "avatars", "history");

  private final Connection connection;
  private final String name;
  private final boolean inFile;
  private final Path keep;

  /** Of the store that was there; counts commits of others. */
  private long version;

  private boolean named;

  /**
   * Into the store of a name.
   *
   * @param inFile whether the name is that of its file
   * @param keep where what was there goes
   */
  StoreRestore(Connection connection, String name, boolean inFile, Path keep) {
    this.connection = connection;
    this.name = name;
    this.inFile = inFile;
    this.keep = keep;
  }

  /** Takes the content of a file, brought to the present schema in a copy of it. */
  void from(Path file) {
    try {
      StoreCopies.refuseWhereThere(keep);
      Path source = StoreFile.aside(keep);
      Path before = StoreFile.aside(keep);
      try {
        prepare(file, source);
        if (inFile) {
          try (Connection reader = StoreFile.open(Path.of(name))) {
            takeOver(source, before, reader);
          }
        } else {
          // nobody else changes what is in memory
          StoreCopies.copy(connection, before);
          takeOver(source, before, connection);
        }
      } finally {
        StoreFile.deleteWithLogs(source);
        Files.deleteIfExists(before);
      }
    } catch (IOException cause) {
      throw StoreCopies.notWritten(keep, cause);
    } catch (SQLException cause) {
      throw SqlFailures.writing(cause, name);
    }
  }

  private static void prepare(Path file, Path source) throws SQLException {
    try (Connection theirs = StoreFile.open(file)) {
      StoreCopies.copy(theirs, source);
    }
    try (Connection ours = StoreFile.open(source)) {
      List<Message> found = new StoreInspection(ours, file.toString(), true).check();
      if (!found.isEmpty()) {
        throw new Fault(Message.of("store.restore-damaged", file, found.getFirst()));
      }
    }
  }

  private void takeOver(Path source, Path before, Connection reader)
      throws SQLException, IOException {
    try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS source")) {
      attach.setString(1, source.toString());
      attach.execute();
    }
    try {
      Transactions.run(
          connection,
          () -> {
            version = version(reader);
            if (inFile) {
              StoreCopies.copy(reader, before);
            }
            replaceAll();
            name(before);
            return true;
          });
    } catch (SQLException | RuntimeException failure) {
      // where nothing was replaced, nothing is kept; a commit that failed may still have been one
      if (named && version(reader) == version) {
        Files.delete(keep);
      }
      throw failure;
    } finally {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DETACH source");
      }
    }
  }

  private void replaceAll() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM users");
      statement.execute("DELETE FROM pictures");
      for (String table : TABLES) {
        statement.execute("INSERT INTO main.%s SELECT * FROM source.%s".formatted(table, table));
      }
    }
  }

  private void name(Path before) {
    try {
      StoreFile.link(keep, before);
      named = true;
    } catch (IOException cause) {
      throw StoreCopies.notWritten(keep, cause);
    }
  }

  private static long version(Connection reader) throws SQLException {
    try (Statement statement = reader.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA main.data_version")) {
      row.next();
      return row.getLong(1);
    }
  }
}
