package dev.profilectl.store;

import dev.profilectl.bulk.Mark;
import dev.profilectl.bulk.RowRecord;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.RunRow;
import dev.profilectl.bulk.Trouble;
import dev.profilectl.bulk.Twins;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.UserId;
import dev.profilectl.validation.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of {@code run_rows}. */
final class RunRows {
  /** For so long a run can be looked at and undone where no history tells of it. */
  private static final Duration KEPT = Duration.ofDays(90);

  private RunRows() {}

  static void dropOld(Statements statements, Instant now) throws SQLException {
    statements.run("DELETE FROM runs WHERE at < ?", List.of(now.minus(KEPT).toEpochMilli()));
  }

  static String json(Object value) {
    return Objects.requireNonNull(JsonText.compact(value));
  }

  /** Whether nothing is to be kept of it but the state; the id of a new user is not known yet. */
  static boolean isPlain(Mark mark) {
    return mark.trouble() == null
        && mark.changes().isEmpty()
        && (mark.state() != RowState.CREATED || mark.user() == null);
  }

  static boolean follows(Mark before, Mark mark) {
    return isPlain(mark) && mark.state() == before.state() && mark.seq() == before.seq() + 1;
  }

  static void markAlike(Statements statements, long run, List<Mark> marks) throws SQLException {
    statements.run(
        """
        UPDATE run_rows SET state = ?, kind = NULL, code = NULL, message = NULL
        WHERE run = ? AND seq BETWEEN ? AND ?
        """,
        List.of(
            marks.getFirst().state().word(), run, marks.getFirst().seq(), marks.getLast().seq()));
  }

  static void mark(Statements statements, long run, Mark mark) throws SQLException {
    Trouble trouble = mark.trouble();
    List<FieldChange> changes = mark.changes();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(mark.state().word());
    values.add(mark.user() == null ? null : mark.user().text());
    values.addAll(
        trouble == null
            ? Arrays.asList(null, null, null)
            : Arrays.asList(trouble.kind(), trouble.code(), trouble.message()));
    if (!changes.isEmpty()) {
      values.add(UserRows.json(changes));
    }
    values.add(run);
    values.add(mark.seq());
    statements.run(
        """
        UPDATE run_rows SET state = ?, user_id = coalesce(?, user_id),
               kind = ?, code = ?, message = ?%s
        WHERE run = ? AND seq = ?
        """
            .formatted(changes.isEmpty() ? "" : ", changes = ?"),
        values);
  }

  /** Two rows about one user, in three columns: a line, another, the name. */
  static Twins twins(ResultSet row) throws SQLException {
    return new Twins(row.getLong(1), row.getLong(2), row.getString(3));
  }

  /**
   * Rows that were selected as the journal does, until their cells have more than so many
   * characters together.
   */
  static List<RowRecord> read(Statements statements, ResultSet row, long most) throws SQLException {
    List<RowRecord> rows = new ArrayList<>();
    for (long room = 0; room < most && row.next(); ) {
      RowRecord record = read(statements, row.getLong(11), row);
      room += Objects.requireNonNullElse(record.row().cells(), "").length();
      rows.add(record);
    }
    return rows;
  }

  private static RowRecord read(Statements statements, long run, ResultSet row)
      throws SQLException {
    String user = row.getString(5);
    String kind = row.getString(7);
    RunRow known =
        new RunRow(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getString(4),
            Optional.ofNullable(user).flatMap(UserId::anySystem).orElse(null));
    return new RowRecord(
        known,
        RowState.of(row.getString(6)),
        row.getBoolean(10) ? changes(statements, run, known.seq()) : List.of(),
        kind == null ? null : new Trouble(kind, row.getString(8), row.getString(9)));
  }

  private static List<FieldChange> changes(Statements statements, long run, long seq)
      throws SQLException {
    String sql =
        """
        SELECT c.key, c.value ->> 0, c.value ->> 1
        FROM run_rows r, json_each(r.changes) c WHERE r.run = ? AND r.seq = ?
        """;
    List<FieldChange> changes = new ArrayList<>();
    try (ResultSet row = statements.with(sql, List.of(run, seq)).executeQuery()) {
      while (row.next()) {
        change(row, 1).ifPresent(changes::add);
      }
    }
    changes.sort(Comparator.comparing(FieldChange::field));
    return changes;
  }

  /** The change in three columns: name of the field, old, new. */
  static Optional<FieldChange> change(ResultSet row, int column) throws SQLException {
    Field field = Optional.ofNullable(row.getString(column)).flatMap(Field::of).orElse(null);
    return field == null
        ? Optional.empty()
        : Optional.of(
            new FieldChange(
                field,
                UserRows.value(field, row, column + 1),
                UserRows.value(field, row, column + 2)));
  }
}
