package dev.profilectl.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Work that is done wholly or not at all. */
final class Transaction {
  private Transaction() {}

  /** What is done in one. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Does it as the only writer. */
  static <T> T run(Connection open, Work<T> work) throws SQLException {
    try (Statement transaction = open.createStatement()) {
      transaction.execute("BEGIN IMMEDIATE");
      try {
        T result = work.run();
        transaction.execute("COMMIT");
        return result;
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(transaction, failure);
        throw failure;
      }
    }
  }

  /** A full disk has rolled back by itself; that there is nothing left to do must not hide it. */
  private static void rollBack(Statement transaction, Throwable failure) {
    try {
      transaction.execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      failure.addSuppressed(alreadyRolledBack);
    }
  }
}
