package dev.profilectl.store;

import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.History;
import dev.profilectl.profile.HistoryEntry;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the history of a user, of one deleted softly too. */
final class HistoryReader {
  private final Connection connection;

  HistoryReader(Connection connection) {
    this.connection = connection;
  }

  Optional<History> of(UserRef user) throws SQLException {
    Optional<UserId> id =
        switch (user) {
          case UserRef.Owner _ -> Optional.<UserId>empty();
          case UserRef.ById byId -> owner("id = ?", byId.text());
          case UserRef.ByUsername byName -> owner("lower(username) = lower(?)", byName.text());
          case UserRef.ByEmail byEmail -> owner("email = ?", byEmail.text());
          case UserRef.ByEither either -> {
            Optional<UserId> byId = owner("id = ?", either.text());
            yield byId.isPresent() ? byId : owner("lower(username) = lower(?)", either.text());
          }
        };
    return id.isPresent() ? Optional.of(read(id.get())) : Optional.empty();
  }

  /** Who has the name now, or else who had it last. */
  private Optional<UserId> owner(String condition, String parameter) throws SQLException {
    String sql =
        """
        SELECT id FROM users WHERE %s
        ORDER BY deleted_at IS NOT NULL, deleted_at DESC LIMIT 1
        """
            .formatted(condition);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(new UserId(row.getString(1))) : Optional.empty();
      }
    }
  }

  private History read(UserId user) throws SQLException {
    String sql =
        """
        SELECT h.version, h.at, h.action, h.run, h.actor, h.reason,
               c.key, c.value ->> 0, c.value ->> 1
        FROM history h LEFT JOIN json_each(h.changes) c
        WHERE h.user_id = ?
        ORDER BY h.version DESC
        """;
    List<HistoryEntry> entries = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, user.text());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          add(row, entries);
        }
      }
    }
    return new History(user, entries);
  }

  /** The rows of one change follow each other; the first makes the entry, each adds a field. */
  private static void add(ResultSet row, List<HistoryEntry> entries) throws SQLException {
    List<FieldChange> changes = new ArrayList<>();
    boolean continues = !entries.isEmpty() && entries.getLast().version() == row.getLong(1);
    if (continues) {
      changes.addAll(entries.removeLast().changes());
    }
    RunRows.change(row, 7).ifPresent(changes::add);
    changes.sort(Comparator.comparing(FieldChange::field));
    entries.add(
        new HistoryEntry(
            row.getLong(1),
            Instant.ofEpochMilli(row.getLong(2)),
            row.getString(3),
            new Origin(row.getString(4), row.getString(5), row.getString(6)),
            changes));
  }
}
