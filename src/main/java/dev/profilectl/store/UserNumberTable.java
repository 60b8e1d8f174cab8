package dev.profilectl.store;

import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Numbers of users. */
final class UserNumberTable implements UserNumbers {
  static final String GIVE = "INSERT INTO user_numbers (user_id) VALUES (?)";

  private final Connections connections;
  private final String name;

  UserNumberTable(Connections connections, String name) {
    this.connections = connections;
    this.name = name;
  }

  @Override
  public Optional<Long> of(UserId user) {
    return one(
        "SELECT number FROM user_numbers WHERE user_id = ?", user.text(), row -> row.getLong(1));
  }

  @Override
  public Optional<UserId> user(long number) {
    return one(
        "SELECT user_id FROM user_numbers WHERE number = ?",
        number,
        row -> new UserId(row.getString(1)));
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> Optional<T> one(String sql, Object parameter, Reading<T> reading) {
    try {
      return connections.read(
          (_, statements) -> {
            try (ResultSet row = statements.with(sql, List.of(parameter)).executeQuery()) {
              return row.next() ? Optional.of(reading.of(row)) : Optional.<T>empty();
            }
          });
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }
}
