package dev.profilectl.store;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.StoreCare.Compaction;
import dev.profilectl.profile.StoreCare.Removal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Takes pictures away that are neither present nor young enough to be kept. */
final class StoreCompaction {
  /** Of pictures nobody has any more. */
  static final String DROP_ORPHANS =
      """
      DELETE FROM pictures
      WHERE NOT EXISTS (SELECT 1 FROM avatars WHERE picture = sha256)
        AND NOT EXISTS (SELECT 1 FROM avatars WHERE original = sha256)
      """;

  /** A picture is old from the change on that put another, or none, in its place. */
  private static final String OLD =
      """
      DELETE FROM avatars
      WHERE url IS NOT (SELECT avatar_url FROM users WHERE id = user_id)
        AND (SELECT min(h.at) FROM history h
             WHERE h.user_id = avatars.user_id
               AND h.version > avatars.version
               AND json_type(h.changes, '$.avatar_url') IS NOT NULL) < ?
      """;

  private final Connection connection;
  private final String name;

  StoreCompaction(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /** Does it in a transaction; {@code forGood} or only to see what would go. */
  Removal run(Compaction what, boolean forGood) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Removal removal =
          Transactions.run(
              connection,
              () -> {
                Removal before = pictures(statement);
                remove(what, statement);
                Removal after = pictures(statement);
                return new Removal(
                    before.pictures() - after.pictures(), before.bytes() - after.bytes());
              },
              _ -> forGood);
      if (forGood) {
        makeSmaller(statement);
      }
      return removal;
    }
  }

  private void makeSmaller(Statement statement) throws SQLException {
    try {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      statement.execute("VACUUM");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException cause) {
      Failure why = SqlFailures.reading(cause, name);
      if (why instanceof Failure.Unavailable) {
        throw why;
      }
      throw new Fault(Message.of("compact.not-smaller", name), cause);
    }
  }

  private void remove(Compaction what, Statement statement) throws SQLException {
    Instant replacedBefore = what.replacedBefore();
    if (replacedBefore != null) {
      try (PreparedStatement old = connection.prepareStatement(OLD)) {
        old.setLong(1, replacedBefore.toEpochMilli());
        old.executeUpdate();
      }
    }
    if (what.originals()) {
      statement.executeUpdate("UPDATE avatars SET original = NULL");
    }
    statement.executeUpdate(DROP_ORPHANS);
  }

  private static Removal pictures(Statement statement) throws SQLException {
    String sql = "SELECT count(*), coalesce(sum(length(bytes)), 0) FROM pictures";
    try (ResultSet row = statement.executeQuery(sql)) {
      return new Removal(row.getLong(1), row.getLong(2));
    }
  }
}
