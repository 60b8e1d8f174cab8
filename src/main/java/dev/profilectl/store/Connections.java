package dev.profilectl.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The connections to a store: one that writes, and those that read beside it, if any. */
final class Connections implements AutoCloseable {
  private final WarmConnection writer;
  private final List<WarmConnection> readers;

  /** One for everything, or one to write and others to read the same store. */
  Connections(Connection writer, List<Connection> readers) {
    this.writer = new WarmConnection(writer);
    this.readers =
        readers.isEmpty()
            ? List.of(this.writer)
            : readers.stream().map(WarmConnection::new).toList();
  }

  /** Writes, one at a time. */
  <T> T write(WarmConnection.Work<T> work) throws SQLException {
    return writer.use(work);
  }

  /** Reads what was written by now. */
  <T> T read(WarmConnection.Work<T> work) throws SQLException {
    for (WarmConnection reader : readers) {
      if (reader.isIdle()) {
        return reader.use(work);
      }
    }
    return readers.get((int) (Thread.currentThread().threadId() % readers.size())).use(work);
  }

  /** Empties the log of changes: what was purged must not stay readable there either. */
  void emptyLog() throws SQLException {
    write(
        (open, _) -> {
          try (Statement statement = open.createStatement()) {
            return statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
          }
        });
  }

  @Override
  public void close() throws SQLException {
    for (WarmConnection each :
        Stream.concat(readers.stream(), Stream.of(writer)).distinct().toList()) {
      each.close();
    }
  }
}
