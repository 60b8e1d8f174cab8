package dev.profilectl;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What stands in the file of a store, read past the program. */
final class StoreFacts implements AutoCloseable {
  private final Connection connection;

  StoreFacts(Path store) throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + store);
  }

  private List<String> texts(String sql, String... parameters) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
    }
    return texts;
  }

  private long count(String sql, String... parameters) throws SQLException {
    return Long.parseLong(texts(sql, parameters).getFirst());
  }

  /** How many users were given the word as their label and their city in one change. */
  long changedTo(String word) throws SQLException {
    return count(
        """
        SELECT count(DISTINCT user_id) FROM history
        WHERE changes ->> '$.label[1]' = ?1 AND changes ->> '$.city[1]' = ?1
        """,
        word);
  }

  /** How many changes gave a field this value. */
  long changed(String field, String value) throws SQLException {
    return count("SELECT count(*) FROM history WHERE changes ->> '$." + field + "[1]' = ?", value);
  }

  /** How many changes set a label and no city, or another: each of them sets both to one word. */
  long halves() throws SQLException {
    return count(
        """
        SELECT count(*) FROM history
        WHERE json_type(changes, '$.label') IS NOT NULL
          AND changes ->> '$.label[1]' IS NOT changes ->> '$.city[1]'
        """);
  }

  /** How many users who are there have the word as their label. */
  long present(String word) throws SQLException {
    return count("SELECT count(*) FROM users WHERE label = ? AND deleted_at IS NULL", word);
  }

  /** How many users there are of a name, which may be a pattern. */
  long users(String name) throws SQLException {
    return count("SELECT count(*) FROM users WHERE username LIKE ? AND deleted_at IS NULL", name);
  }

  /** How many pictures of users have this hash. */
  long pictures(String sha256) throws SQLException {
    return count(
        "SELECT count(*) FROM avatars JOIN pictures ON sha256 = picture WHERE sha256 = ?", sha256);
  }

  /** How many rows a run has. */
  long rows(String run) throws SQLException {
    return count(
        "SELECT count(*) FROM run_rows WHERE run = (SELECT number FROM runs WHERE id = ?)", run);
  }

  /** The runs that have begun and not ended. */
  List<String> runsAtWork() throws SQLException {
    return texts("SELECT id FROM runs WHERE state = 'running'");
  }

  /** The labels a user was given, oldest first. */
  List<String> labels(String username) throws SQLException {
    return texts(
        """
        SELECT changes ->> '$.label[1]' FROM history
        WHERE user_id = (SELECT id FROM users WHERE username = ?)
          AND json_type(changes, '$.label') IS NOT NULL
        ORDER BY version
        """,
        username);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
