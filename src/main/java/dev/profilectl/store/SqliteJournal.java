package dev.profilectl.store;

import dev.profilectl.bulk.Counts;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Mark;
import dev.profilectl.bulk.RowRecord;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunChange;
import dev.profilectl.bulk.RunRow;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.RunSummary;
import dev.profilectl.bulk.RunningProcess;
import dev.profilectl.bulk.Twins;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Replacement;
import dev.profilectl.profile.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs in the file of a store, beside the history they leave there. */
final class SqliteJournal implements Journal {
  /** So many characters of cells are read at once; more rows than that have to be asked for. */
  private static final int MOST_ROOM = 4 << 20;

  private static final String THIS_RUN = "(SELECT number FROM runs WHERE id = ?)";

  private final Connections connections;
  private final String name;
  private final boolean closes;

  /**
   * In a store.
   *
   * @param name of its file, for sentences
   * @param closes whether the connections end with it
   */
  SqliteJournal(Connections connections, String name, boolean closes) {
    this.connections = connections;
    this.name = name;
    this.closes = closes;
  }

  /** Something that is written. */
  private interface Writing {
    void write(Statements statements) throws SQLException;
  }

  private void write(Writing writing) {
    try {
      connections.write(
          (open, statements) ->
              Transactions.run(
                  open,
                  () -> {
                    writing.write(statements);
                    statements.flush();
                    return true;
                  }));
    } catch (SQLException cause) {
      throw SqlFailures.writing(cause, name);
    }
  }

  private <T> T read(WarmConnection.Work<T> work) {
    try {
      return connections.read(work);
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  @Override
  public void begin(Run run) {
    String sql =
        """
        INSERT INTO runs (id, at, state, target, command, actor, reason, settings, process)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    write(
        statements -> {
          RunRows.dropOld(statements, run.at());
          statements.run(
              sql,
              Arrays.asList(
                  run.id(),
                  run.at().toEpochMilli(),
                  run.state().word(),
                  run.target(),
                  run.command(),
                  run.origin().actor(),
                  run.origin().reason(),
                  RunRows.json(run.settings()),
                  RunningProcess.self()));
        });
  }

  @Override
  public void add(String run, List<RunRow> rows) {
    String sql =
        """
        INSERT INTO run_rows (run, seq, line, key, cells, state, user_id)
        VALUES (?, ?, ?, ?, ?, 'pending', ?)
        """;
    write(
        statements -> {
          long number = number(statements, run);
          for (RunRow row : rows) {
            statements.queue(
                sql,
                Arrays.asList(
                    number,
                    row.seq(),
                    row.line(),
                    row.key(),
                    row.cells(),
                    row.user() == null ? null : row.user().text()));
          }
        });
  }

  private static long number(Statements statements, String run) throws SQLException {
    try (ResultSet row =
        statements.with("SELECT number FROM runs WHERE id = ?", List.of(run)).executeQuery()) {
      if (!row.next()) {
        throw new IllegalArgumentException("no run " + run);
      }
      return row.getLong(1);
    }
  }

  /** Of neighbours that went alike nothing is kept but that; so one statement does for all. */
  @Override
  public void mark(String run, List<Mark> marks) {
    write(
        statements -> {
          long number = number(statements, run);
          for (int first = 0; first < marks.size(); ) {
            int end = first + 1;
            if (RunRows.isPlain(marks.get(first))) {
              while (end < marks.size() && RunRows.follows(marks.get(end - 1), marks.get(end))) {
                end++;
              }
              RunRows.markAlike(statements, number, marks.subList(first, end));
            } else {
              RunRows.mark(statements, number, marks.get(first));
            }
            first = end;
          }
        });
  }

  @Override
  public void set(String run, RunState state) {
    // A run that has ended is nobody's; a shell that had it may live on for days.
    boolean ended = state == RunState.DONE || state == RunState.STOPPED;
    String sql =
        ended
            ? "UPDATE runs SET state = ?, process = NULL WHERE id = ?"
            : "UPDATE runs SET state = ? WHERE id = ?";
    write(statements -> statements.run(sql, List.of(state.word(), run)));
  }

  @Override
  public void drop(String run) {
    write(statements -> statements.run("DELETE FROM runs WHERE id = ?", List.of(run)));
  }

  @Override
  public void claim(String run) {
    write(
        statements -> {
          try (ResultSet row =
              statements
                  .with("SELECT process FROM runs WHERE id = ?", List.of(run))
                  .executeQuery()) {
            String process = row.next() ? row.getString(1) : null;
            if (process != null && RunningProcess.isAnother(process)) {
              String pid = process.substring(0, process.indexOf('@'));
              throw new Conflict(Message.of("run.at-work", run, pid));
            }
          }
          statements.run(
              "UPDATE runs SET process = ? WHERE id = ?", List.of(RunningProcess.self(), run));
        });
  }

  @Override
  public Optional<Run> find(String run) {
    return read((_, statements) -> RunReader.find(statements, run));
  }

  @Override
  public List<RunSummary> newest(int most) {
    return read((_, statements) -> RunReader.newest(statements, most));
  }

  @Override
  public Counts counts(String run) {
    return read((_, statements) -> RunReader.counts(statements, run));
  }

  @Override
  public List<RowRecord> rows(String run, long after, int most) {
    return rows(List.of(run, after, most), "");
  }

  @Override
  public List<RowRecord> left(String run, long after, int most) {
    return rows(List.of(run, after, most), " AND state IN ('pending', 'started')");
  }

  private List<RowRecord> rows(List<? extends @Nullable Object> parameters, String condition) {
    String sql =
        """
        SELECT seq, line, key, cells, user_id, state, kind, code, message, changes IS NOT NULL, run
        FROM run_rows WHERE run = %s AND seq > ?%s
        ORDER BY seq LIMIT ?
        """
            .formatted(THIS_RUN, condition);
    boolean whole = Integer.valueOf(Integer.MAX_VALUE).equals(parameters.getLast());
    return read(
        (_, statements) -> {
          try (ResultSet row = statements.with(sql, parameters).executeQuery()) {
            return RunRows.read(statements, row, whole ? Long.MAX_VALUE : MOST_ROOM);
          }
        });
  }

  @Override
  public Optional<Twins> twins(String run) {
    String sql =
        """
        SELECT min(line), max(line), max(key) FROM run_rows
        WHERE run = %s AND user_id IS NOT NULL
        GROUP BY user_id HAVING count(*) > 1 ORDER BY 1 LIMIT 1
        """
            .formatted(THIS_RUN);
    return read(
        (_, statements) -> {
          try (ResultSet row = statements.with(sql, List.of(run)).executeQuery()) {
            return row.next() ? Optional.of(RunRows.twins(row)) : Optional.empty();
          }
        });
  }

  @Override
  public long again(String run) {
    String sql =
        """
        UPDATE run_rows SET state = 'pending', kind = NULL, code = NULL, message = NULL
        WHERE run = %s AND state = 'failed' AND cells IS NOT NULL
        """
            .formatted(THIS_RUN);
    long[] count = {0};
    write(statements -> count[0] = statements.with(sql, List.of(run)).executeUpdate());
    return count[0];
  }

  @Override
  public void keep(String run, Replacement replacement) {
    write(
        statements -> new ReplacedPictures(statements).keep(number(statements, run), replacement));
  }

  @Override
  public Optional<Replacement> replaced(String run, UserId user) {
    return read((_, statements) -> new ReplacedPictures(statements).find(run, user));
  }

  @Override
  public void changes(String run, Consumer<RunChange> each) {
    read((_, statements) -> new RunChanges(statements).tell(run, each));
  }

  @Override
  public void close() {
    if (closes) {
      try {
        connections.close();
      } catch (SQLException cause) {
        throw SqlFailures.reading(cause, name);
      }
    }
  }
}
