package dev.profilectl.store;

import dev.profilectl.bulk.Counts;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.RunSummary;
import dev.profilectl.profile.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads which runs there were: those with rows, and those of which the history alone tells. */
final class RunReader {
  private static final String LOCAL = "local";

  /** Ids tell seconds; so many runs of one second are put in order by their exact time. */
  private static final int SAME_SECOND = 200;

  private static final String OF_RUNS =
      "SELECT id, at, state, target, command, actor, reason, settings FROM runs ";

  private RunReader() {}

  static Optional<Run> find(Statements statements, String id) throws SQLException {
    List<Run> found = runs(statements, OF_RUNS + "WHERE id = ?", List.of(id));
    if (!found.isEmpty()) {
      return Optional.of(found.getFirst());
    }
    return told(statements, "WHERE run = ?", List.of(id, 1)).stream()
        .map(RunSummary::run)
        .findFirst();
  }

  static List<RunSummary> newest(Statements statements, int most) throws SQLException {
    List<Run> runs = runs(statements, OF_RUNS + "ORDER BY at DESC LIMIT ?", List.of(most));
    Map<String, RunSummary> all = new LinkedHashMap<>();
    for (RunSummary told : told(statements, "", List.of(most + SAME_SECOND))) {
      all.put(told.run().id(), told);
    }
    for (Run run : runs) {
      RunSummary told = all.get(run.id());
      long users = told == null ? changed(statements, run.id()) : told.users();
      all.put(run.id(), new RunSummary(run, users));
    }
    return all.values().stream()
        .sorted(Comparator.comparing((RunSummary summary) -> summary.run().at()).reversed())
        .limit(most)
        .toList();
  }

  static Counts counts(Statements statements, String run) throws SQLException {
    String sql =
        """
        SELECT state, kind, count(*) FROM run_rows
        WHERE run = (SELECT number FROM runs WHERE id = ?) GROUP BY 1, 2
        """;
    Map<RowState, Long> rows = new EnumMap<>(RowState.class);
    Set<String> kinds = new TreeSet<>();
    try (ResultSet row = statements.with(sql, List.of(run)).executeQuery()) {
      while (row.next()) {
        rows.merge(RowState.of(row.getString(1)), row.getLong(3), Long::sum);
        String kind = row.getString(2);
        if (kind != null) {
          kinds.add(kind);
        }
      }
    }
    return new Counts(rows, kinds);
  }

  private static List<Run> runs(
      Statements statements, String sql, List<? extends @Nullable Object> parameters)
      throws SQLException {
    List<Run> runs = new ArrayList<>();
    try (ResultSet row = statements.with(sql, parameters).executeQuery()) {
      while (row.next()) {
        runs.add(
            new Run(
                new Origin(row.getString(1), row.getString(6), row.getString(7)),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(2)),
                RunState.of(row.getString(3)),
                settings(statements, row.getString(8))));
      }
    }
    return runs;
  }

  private static Map<String, String> settings(Statements statements, String json)
      throws SQLException {
    Map<String, String> settings = new HashMap<>();
    try (ResultSet row =
        statements.with("SELECT key, value FROM json_each(?)", List.of(json)).executeQuery()) {
      while (row.next()) {
        settings.put(row.getString(1), row.getString(2));
      }
    }
    return settings;
  }

  private static List<RunSummary> told(
      Statements statements, String condition, List<? extends @Nullable Object> parameters)
      throws SQLException {
    // Ids of runs begin with their time, so the newest come last in the index.
    String sql =
        """
        SELECT run, min(at), min(action), max(action), actor, reason, count(DISTINCT user_id)
        FROM history %s GROUP BY run ORDER BY run DESC LIMIT ?
        """
            .formatted(condition);
    List<RunSummary> told = new ArrayList<>();
    try (ResultSet row = statements.with(sql, parameters).executeQuery()) {
      while (row.next()) {
        String first = row.getString(3);
        String last = row.getString(4);
        Run run =
            new Run(
                new Origin(row.getString(1), row.getString(5), row.getString(6)),
                LOCAL,
                first.equals(last) ? first : first + ", " + last,
                Instant.ofEpochMilli(row.getLong(2)),
                RunState.DONE,
                Map.of());
        told.add(new RunSummary(run, row.getLong(7)));
      }
    }
    return told;
  }

  /** What the rows tell, where there is no history. */
  private static long changed(Statements statements, String id) throws SQLException {
    String sql =
        """
        SELECT count(*) FROM run_rows
        WHERE run = (SELECT number FROM runs WHERE id = ?)
          AND state IN ('created', 'changed', 'deleted')
        """;
    try (ResultSet row = statements.with(sql, List.of(id)).executeQuery()) {
      return row.getLong(1);
    }
  }
}
