package dev.profilectl.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;

/** Transactions that write. */
final class Transactions {
  private Transactions() {}

  /** What happens in one. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** All of it, or nothing where it throws. */
  static <T> T run(Connection connection, Work<T> work) throws SQLException {
    return run(connection, work, _ -> true);
  }

  /** All of it, or nothing where it throws or comes to what must not be kept. */
  static <T> T run(Connection connection, Work<T> work, Predicate<T> keep) throws SQLException {
    try (Statement transaction = connection.createStatement()) {
      transaction.execute("BEGIN IMMEDIATE");
      try {
        T result = work.run();
        transaction.execute(keep.test(result) ? "COMMIT" : "ROLLBACK");
        return result;
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(transaction, failure);
        throw failure;
      }
    }
  }

  private static void rollBack(Statement transaction, Throwable failure) {
    try {
      transaction.execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      failure.addSuppressed(alreadyRolledBack);
    }
  }
}
