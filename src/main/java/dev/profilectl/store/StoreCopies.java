package dev.profilectl.store;

import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Copies a store to a file, and a file's content back into a store. */
final class StoreCopies {
  /**
   * In the order in which rows may refer to rows. Tokens are not among them: one that was revoked
   * must not come back.
   */
  private static final List<String> TABLES =
      List.of("users", "user_numbers", "pictures", "avatars", "history");

  private final Connection connection;
  private final String name;

  StoreCopies(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /** Writes a copy: aside first, so that it is whole or not there. */
  void backup(Path file) {
    try {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Path aside = StoreFile.aside(file);
      try {
        copy(connection, aside);
        StoreFile.link(file, aside);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (FileAlreadyExistsException there) {
      throw new Conflict(Message.of("store.backup-exists", file));
    } catch (IOException cause) {
      throw new Fault(Message.of("store.backup-failed", file, IoReason.of(cause)), cause);
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, file.toString());
    }
  }

  private static void copy(Connection from, Path to) throws SQLException {
    try (PreparedStatement statement = from.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, to.toString());
      statement.execute();
    }
  }

  /** Takes the content of a file, brought to the present schema in a copy of it. */
  void restore(Path file, Path keep) {
    try {
      Path aside = StoreFile.aside(keep);
      try {
        try (Connection source = StoreFile.open(file)) {
          copy(source, aside);
        }
        try (Connection source = StoreFile.open(aside)) {
          List<Message> found = new StoreInspection(source, file.toString(), true).check();
          if (!found.isEmpty()) {
            throw new Fault(Message.of("store.restore-damaged", file, found.getFirst()));
          }
        }
        backup(keep);
        takeOver(aside);
      } finally {
        StoreFile.deleteWithLogs(aside);
      }
    } catch (IOException cause) {
      throw new Fault(Message.of("store.backup-failed", keep, IoReason.of(cause)), cause);
    } catch (SQLException cause) {
      throw SqlFailures.writing(cause, name);
    }
  }

  private void takeOver(Path source) throws SQLException {
    try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS source")) {
      attach.setString(1, source.toString());
      attach.execute();
    }
    try {
      Transactions.run(
          connection,
          () -> {
            try (Statement statement = connection.createStatement()) {
              statement.execute("DELETE FROM users");
              statement.execute("DELETE FROM pictures");
              for (String table : TABLES) {
                statement.execute(
                    "INSERT INTO main.%s SELECT * FROM source.%s".formatted(table, table));
              }
              return true;
            }
          });
    } finally {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DETACH source");
      }
    }
  }
}
