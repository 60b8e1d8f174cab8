package dev.profilectl.store;

import dev.profilectl.failure.Failure;
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

/** Copies a store to a file. */
final class StoreCopies {
  private StoreCopies() {}

  /** Writes a copy: aside first, so that it is whole or not there. */
  static void backup(Connection connection, Path file) {
    try {
      refuseWhereThere(file);
      Path aside = StoreFile.aside(file);
      try {
        copy(connection, aside);
        StoreFile.link(file, aside);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException cause) {
      throw notWritten(file, cause);
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, file.toString());
    }
  }

  static void refuseWhereThere(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  static Failure notWritten(Path file, IOException cause) {
    return cause instanceof FileAlreadyExistsException
        ? new Conflict(Message.of("store.backup-exists", file))
        : new Fault(Message.of("store.backup-failed", file, IoReason.of(cause)), cause);
  }

  /** What the connection reads, in an empty file. */
  static void copy(Connection from, Path to) throws SQLException {
    try (PreparedStatement statement = from.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, to.toString());
      statement.execute();
    }
  }
}
