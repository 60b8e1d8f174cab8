package dev.profilectl.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prepared statements by their text; rows of one are batched. They stay prepared for the next
 * transaction, up to a number that only odd mixtures of fields reach.
 */
final class Statements implements AutoCloseable {
  private static final int MOST = 128;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  /** The statement, its parameters bound. */
  PreparedStatement with(String sql, List<? extends @Nullable Object> parameters)
      throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      if (prepared.size() >= MOST) {
        flush();
        close();
      }
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
    return statement;
  }

  /** Runs it at once. */
  void run(String sql, List<? extends @Nullable Object> parameters) throws SQLException {
    with(sql, parameters).executeUpdate();
  }

  /** Runs it with the others of its text, at {@link #flush}. */
  void queue(String sql, List<? extends @Nullable Object> parameters) throws SQLException {
    with(sql, parameters).addBatch();
  }

  /** Runs what was queued, texts in the order in which they were first seen. */
  void flush() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.executeBatch();
    }
  }

  /** Forgets all of them, and what was queued. */
  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }
}
