package dev.profilectl.store;

import dev.profilectl.failure.Message;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.StoreCare;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts about a store, whether it holds together, and what is done to it as a whole. */
final class StoreInspection implements StoreCare {
  private final Connection connection;
  private final String name;
  private final boolean kept;

  /** Of a connection to the store of a name, which is kept in a file or in memory only. */
  StoreInspection(Connection connection, String name, boolean kept) {
    this.connection = connection;
    this.name = name;
    this.kept = kept;
  }

  @Override
  public Map<String, Object> info() {
    String sql =
        """
        SELECT (SELECT user_version FROM pragma_user_version) AS schema,
               (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) AS bytes,
               (SELECT count(*) FROM users WHERE deleted_at IS NULL) AS users,
               (SELECT count(*) FROM users WHERE deleted_at IS NOT NULL) AS deleted_users,
               (SELECT count(*) FROM pictures) AS pictures,
               (SELECT coalesce(sum(length(bytes)), 0) FROM pictures) AS picture_bytes,
               (SELECT count(*) FROM history) AS changes,
               (SELECT count(DISTINCT run) FROM history) AS runs
        """;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("path", name);
    query(
        sql,
        row -> {
          for (String fact :
              List.of(
                  "schema",
                  "bytes",
                  "users",
                  "deleted_users",
                  "pictures",
                  "picture_bytes",
                  "changes",
                  "runs")) {
            facts.put(fact, row.getLong(fact));
          }
          if (!kept) {
            facts.put("bytes", 0L);
          }
        });
    return facts;
  }

  @Override
  public List<Message> check() {
    List<Message> found = new ArrayList<>();
    query(
        "PRAGMA integrity_check",
        row -> {
          if (!row.getString(1).equals("ok")) {
            found.add(Message.of("check.file", row.getString(1)));
          }
        });
    query(
        "PRAGMA foreign_key_check",
        row -> found.add(Message.of("check.reference", row.getString(1), row.getString(3))));
    for (String pictures : List.of("pictures", "replaced_bytes")) {
      query(
          "SELECT sha256, bytes FROM " + pictures,
          row -> {
            if (!Blob.of(row.getBytes(2)).sha256().equals(row.getString(1))) {
              found.add(Message.of("check.picture", row.getString(1)));
            }
          });
    }
    query(
        """
        SELECT u.id, u.version, count(h.version), max(h.version)
        FROM users u LEFT JOIN history h ON h.user_id = u.id
        GROUP BY u.id
        HAVING count(h.version) <> u.version OR max(h.version) <> u.version
        """,
        row -> found.add(Message.of("check.versions", row.getString(1), row.getLong(2))));
    for (Field field : Field.values()) {
      if (!field.isReadOnly() && !field.isSecret()) {
        checkField(field, found);
      }
    }
    checkDeletions(found);
    checkAvatars(found);
    return found;
  }

  /** Whoever was deleted last, and nobody else, is deleted. */
  private void checkDeletions(List<Message> found) {
    query(
        """
        SELECT u.id FROM users u JOIN history h ON h.user_id = u.id AND h.version = u.version
        WHERE (u.deleted_at IS NOT NULL) <> (h.action = 'delete')
        """,
        row -> found.add(Message.of("check.deleted", row.getString(1))));
  }

  /** A picture came with the change that its version names, and the one in use is there. */
  private void checkAvatars(List<Message> found) {
    query(
        """
        SELECT a.user_id, a.version
        FROM avatars a LEFT JOIN history h ON h.user_id = a.user_id AND h.version = a.version
        WHERE h.changes ->> '$.avatar_url[1]' IS NOT a.url
        """,
        row -> found.add(Message.of("check.avatar-change", row.getString(1), row.getLong(2))));
    query(
        """
        WITH last AS (
          SELECT user_id, max(version), action FROM history
          WHERE json_type(changes, '$.avatar_url') IS NOT NULL
          GROUP BY user_id
        )
        SELECT u.id FROM users u JOIN last ON last.user_id = u.id
        WHERE last.action = 'avatar' AND NOT EXISTS
          (SELECT 1 FROM avatars a WHERE a.user_id = u.id AND a.url = u.avatar_url)
        """,
        row -> found.add(Message.of("check.avatar-missing", row.getString(1))));
  }

  /** What the history says a field was set to last is what the profile holds. */
  private void checkField(Field field, List<Message> found) {
    String sql =
        """
        WITH last AS (
          SELECT h.user_id, max(h.version), c.value ->> 1 AS value
          FROM history h, json_each(h.changes) c
          WHERE c.key = '%s'
          GROUP BY h.user_id
        )
        SELECT u.id FROM users u LEFT JOIN last ON last.user_id = u.id
        WHERE u.%s IS NOT last.value
        """
            .formatted(field.key(), UserRows.column(field));
    query(sql, row -> found.add(Message.of("check.history", row.getString(1), field.key())));
  }

  @Override
  public void backup(Path file) {
    StoreCopies.backup(connection, file);
  }

  @Override
  public void restore(Path file, Path keep) {
    new StoreRestore(connection, name, kept, keep).from(file);
  }

  @Override
  public Removal removable(Compaction what) {
    return compaction(what, false);
  }

  @Override
  public Removal compact(Compaction what) {
    return compaction(what, true);
  }

  private Removal compaction(Compaction what, boolean forGood) {
    try {
      return new StoreCompaction(connection, name).run(what, forGood);
    } catch (SQLException cause) {
      throw SqlFailures.writing(cause, name);
    }
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, RowReader reader) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        reader.read(row);
      }
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }
}
