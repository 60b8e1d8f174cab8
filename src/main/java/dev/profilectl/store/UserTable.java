package dev.profilectl.store;

import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a transaction of edits does to {@code users} and {@code history}. */
final class UserTable {
  private static final String INSERT =
      "INSERT INTO users (id, version, %s) VALUES (?, ?, %s)"
          .formatted(
              UserRows.FIELDS.stream().map(UserRows::column).collect(Collectors.joining(", ")),
              marks(UserRows.FIELDS.size(), "?"));

  private static final String HISTORY =
      """
      INSERT INTO history (user_id, version, at, action, run, actor, reason, changes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Statements statements;
  private final Stamp stamp;
  private final Function<Edit, Map<Field, String>> hashes;

  /**
   * Secrets are hashed before the transaction, which is to be short: here their hashes are asked.
   */
  UserTable(Statements statements, Stamp stamp, Function<Edit, Map<Field, String>> hashes) {
    this.statements = statements;
    this.stamp = stamp;
    this.hashes = hashes;
  }

  /**
   * A user as the transaction finds it.
   *
   * @param deletedAt {@code null} while the user is there
   */
  record Row(Profile profile, @Nullable Instant deletedAt) {}

  /** All of these users that there are, deleted ones included, in one statement. */
  Map<UserId, Row> load(Collection<UserId> ids) throws SQLException {
    // Ids are letters and digits, so that this is JSON.
    String array = ids.stream().map(id -> '"' + id.text() + '"').collect(Collectors.joining(","));
    String sql =
        """
        SELECT %s, deleted_at FROM json_each(?) AS wanted CROSS JOIN users
        ON users.id = wanted.value
        """
            .formatted(UserRows.COLUMNS);
    Map<UserId, Row> found = new HashMap<>();
    try (ResultSet row = statements.with(sql, List.of("[" + array + "]")).executeQuery()) {
      while (row.next()) {
        Profile profile = UserRows.profile(row);
        long deleted = row.getLong("deleted_at");
        found.put(
            profile.id(), new Row(profile, row.wasNull() ? null : Instant.ofEpochMilli(deleted)));
      }
    }
    return found;
  }

  /** Who has the name now. */
  @Nullable String ownerOf(String username) throws SQLException {
    String sql =
        """
        SELECT id FROM users
        WHERE lower(username) = lower(?) AND deleted_at IS NULL
        """;
    try (ResultSet row = statements.with(sql, List.of(username)).executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }

  /**
   * Writes a new user and its first line of history. Every column is named, set or not, so that the
   * statement is the same for all users and need not be read anew.
   */
  void insert(Profile user, Edit.Create edit, List<FieldChange> changes) throws SQLException {
    Map<Field, String> secrets = hashes.apply(edit);
    List<@Nullable Object> values = new ArrayList<>(2 + Field.values().length);
    values.add(user.id().text());
    values.add(user.version());
    for (Field field : UserRows.FIELDS) {
      values.add(field.isSecret() ? secrets.get(field) : UserRows.bound(user.values().get(field)));
    }
    statements.run(INSERT, values);
    statements.run(UserNumberTable.GIVE, List.of(user.id().text()));
    statements.run(HISTORY, historyValues(user, "create", changes));
  }

  /**
   * What is written of an update.
   *
   * @param action the word for the history
   * @param changes the fields
   * @param edit whose secrets are among them
   */
  record Write(String action, List<FieldChange> changes, Edit edit) {}

  /** Queues the new values of some fields and a line of history. */
  void update(Profile user, Write write) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    Map<Field, String> secrets = hashes.apply(write.edit());
    for (FieldChange change : write.changes()) {
      Field field = change.field();
      columns.add(UserRows.column(field) + " = ?");
      values.add(field.isSecret() ? secrets.get(field) : UserRows.bound(change.after()));
      if (field == Field.PASSWORD) {
        columns.add("last_password_update = ?");
        values.add(stamp.now().toEpochMilli());
      }
    }
    values.addAll(List.of(user.version(), stamp.now().toEpochMilli(), user.id().text()));
    statements.queue(
        "UPDATE users SET %s, version = ?, update_at = ? WHERE id = ?"
            .formatted(String.join(", ", columns)),
        values);
    statements.queue(HISTORY, historyValues(user, write.action(), write.changes()));
  }

  /** Marks a user as deleted; the name is free from now on. */
  void softDelete(Profile user) throws SQLException {
    long now = stamp.now().toEpochMilli();
    statements.run(
        "UPDATE users SET deleted_at = ?, version = ?, update_at = ? WHERE id = ?",
        List.of(now, user.version(), now, user.id().text()));
    statements.run(HISTORY, historyValues(user, "delete", List.of()));
  }

  /** Makes a user who was deleted one who is there. */
  void undelete(Profile user) throws SQLException {
    long now = stamp.now().toEpochMilli();
    statements.run(
        "UPDATE users SET deleted_at = NULL, version = ?, update_at = ? WHERE id = ?",
        List.of(user.version(), now, user.id().text()));
    statements.run(HISTORY, historyValues(user, "undelete", List.of()));
  }

  /** Takes the user, the history and the pictures nobody else has; their pages are overwritten. */
  void purge(UserId user) throws SQLException {
    statements.run("DELETE FROM users WHERE id = ?", List.of(user.text()));
    statements.run(StoreCompaction.DROP_ORPHANS, List.of());
  }

  private List<@Nullable Object> historyValues(
      Profile user, String action, List<FieldChange> changes) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(user.id().text());
    values.add(user.version());
    values.add(stamp.now().toEpochMilli());
    values.add(action);
    values.add(stamp.origin().run());
    values.add(stamp.origin().actor());
    values.add(stamp.origin().reason());
    values.add(UserRows.json(changes));
    return values;
  }

  private static String marks(int count, String mark) {
    return String.join(", ", Collections.nCopies(count, mark));
  }
}
