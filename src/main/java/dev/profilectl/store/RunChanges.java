package dev.profilectl.store;

import dev.profilectl.bulk.RunChange;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a run did to each user: by the history, or by its rows where there is none. */
final class RunChanges {
  /** Who was changed last comes first: so a name that was passed on is free again in time. */
  private static final String OF_HISTORY =
      """
      SELECT h.user_id, u.username, h.version, h.action, c.key, c.value ->> 0, c.value ->> 1,
             FALSE
      FROM (SELECT *, max(rowid) OVER (PARTITION BY user_id) AS last FROM history WHERE run = ?) h
      JOIN users u ON u.id = h.user_id LEFT JOIN json_each(h.changes) c
      ORDER BY h.last DESC, h.version
      """;

  private static final String TELLING =
      """
      r.user_id IS NOT NULL AND r.changes IS NOT NULL
        AND r.state IN ('created', 'changed', 'deleted', 'failed', 'started')
      """;

  private static final String OF_ROWS =
      """
      SELECT r.user_id, coalesce(r.key, r.user_id), 0, r.state, c.key, c.value ->> 0, c.value ->> 1,
             EXISTS (SELECT 1 FROM replaced_pictures p WHERE p.run = r.run AND p.user_id = r.user_id)
      FROM run_rows r LEFT JOIN json_each(r.changes) c
      WHERE r.run = (SELECT number FROM runs WHERE id = ?) AND %s
      ORDER BY max(r.seq) OVER (PARTITION BY r.user_id) DESC, r.seq
      """
          .formatted(TELLING);

  /** Some systems call all pictures of a user alike, so that no row tells of a change. */
  private static final String OF_PICTURES =
      """
      SELECT p.user_id, p.name, 0, 'changed', NULL, NULL, NULL, TRUE
      FROM replaced_pictures p
      WHERE p.run = (SELECT number FROM runs WHERE id = ?) AND p.user_id NOT IN (
        SELECT r.user_id FROM run_rows r WHERE r.run = p.run AND %s)
      ORDER BY p.name
      """
          .formatted(TELLING);

  private final Statements statements;
  private @Nullable Whole whole;

  RunChanges(Statements statements) {
    this.statements = statements;
  }

  /** Tells all of them; gives the taker back. */
  Consumer<RunChange> tell(String run, Consumer<RunChange> each) throws SQLException {
    for (String sql : List.of(OF_HISTORY, OF_ROWS, OF_PICTURES)) {
      try (ResultSet row = statements.with(sql, List.of(run)).executeQuery()) {
        while (row.next()) {
          add(row, each);
        }
      }
      end(each);
    }
    return each;
  }

  private void add(ResultSet row, Consumer<RunChange> each) throws SQLException {
    String user = row.getString(1);
    if (whole != null && !whole.user.equals(user)) {
      end(each);
    }
    if (whole == null) {
      whole = new Whole(user, row.getString(2));
    }
    whole.add(row);
  }

  private void end(Consumer<RunChange> each) {
    Whole done = whole;
    whole = null;
    if (done != null) {
      done.change().ifPresent(each);
    }
  }

  /** All that was done to one user. */
  private static final class Whole {
    private final String user;
    private final String name;
    private final Map<Field, FieldChange> changes = new EnumMap<>(Field.class);
    private long version;
    private @Nullable Boolean was;
    private boolean is = true;
    private boolean pictured;

    Whole(String user, String name) {
      this.user = user;
      this.name = name;
    }

    void add(ResultSet row) throws SQLException {
      version = row.getLong(3);
      pictured |= row.getBoolean(8);
      switch (row.getString(4)) {
        case "create", "created", "undelete" -> {
          was = was == null ? Boolean.FALSE : was;
          is = true;
        }
        case "delete", "deleted" -> {
          was = was == null ? Boolean.TRUE : was;
          is = false;
        }
        default -> was = was == null ? Boolean.TRUE : was;
      }
      FieldChange change = RunRows.change(row, 5).orElse(null);
      if (change != null) {
        changes.merge(
            change.field(),
            change,
            (first, last) -> new FieldChange(first.field(), first.before(), last.after()));
      }
    }

    /** Empty where it came back to what it was. */
    Optional<RunChange> change() {
      boolean before = !Boolean.FALSE.equals(was);
      List<FieldChange> different =
          changes.values().stream()
              .filter(c -> c.field().isSecret() || !Objects.equals(c.before(), c.after()))
              .toList();
      RunChange.Kind kind =
          before == is
              ? RunChange.Kind.CHANGED
              : before ? RunChange.Kind.DELETED : RunChange.Kind.CREATED;
      UserId id = UserId.anySystem(user).orElseThrow();
      return before == is && (!before || (different.isEmpty() && !pictured))
          ? Optional.empty()
          : Optional.of(new RunChange(id, name, version, kind, different, pictured));
    }
  }
}
