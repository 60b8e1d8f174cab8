package dev.profilectl.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/** A connection that one thread at a time uses, with the statements it knows already. */
final class WarmConnection implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Connection connection;
  private final Statements statements;

  WarmConnection(Connection connection) {
    this.connection = connection;
    this.statements = new Statements(connection);
  }

  /** What is done with a connection. */
  interface Work<T> {
    T on(Connection connection, Statements statements) throws SQLException;
  }

  /** Does it, when it is this thread's turn. */
  <T> T use(Work<T> work) throws SQLException {
    lock.lock();
    try {
      return work.on(connection, statements);
    } catch (SQLException | RuntimeException | Error failure) {
      // Whatever was queued must not run with the next.
      statements.close();
      throw failure;
    } finally {
      lock.unlock();
    }
  }

  /** Whether nobody uses it at the moment; only a hint. */
  boolean isIdle() {
    return !lock.isLocked();
  }

  @Override
  public void close() throws SQLException {
    lock.lock();
    try {
      statements.close();
      connection.close();
    } finally {
      lock.unlock();
    }
  }
}
