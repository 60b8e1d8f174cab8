package dev.profilectl.store;

import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.Seeds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Users that were made up. They are written as any user is, but at the times they bring along. */
final class SeedTable implements Seeds {
  /** So many users are purged in one transaction, lest other writers wait. */
  private static final int PURGED_AT_ONCE = 5_000;

  private final Connections connections;
  private final String name;
  private final Passwords passwords;

  /** Many users may share one secret; it is hashed once then, since everybody knows it anyway. */
  private final IdentityHashMap<Secret, String> hashes = new IdentityHashMap<>();

  SeedTable(Connections connections, String name, Passwords passwords) {
    this.connections = connections;
    this.name = name;
    this.passwords = passwords;
  }

  @Override
  public List<Kept> all() {
    return read(
        (_, statements) -> {
          String sql =
              """
              SELECT tag, seed, now, avatars, expires,
                (SELECT count(*) FROM seeded_users u WHERE u.tag = s.tag)
              FROM seeds s ORDER BY tag
              """;
          List<Kept> all = new ArrayList<>();
          try (ResultSet row = statements.with(sql, List.of()).executeQuery()) {
            while (row.next()) {
              Plan plan = plan(row);
              long users = row.getLong(6);
              long expires = row.getLong(5);
              all.add(new Kept(plan, row.wasNull() ? null : Instant.ofEpochMilli(expires), users));
            }
          }
          return all;
        });
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getString(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3)), row.getBoolean(4));
  }

  @Override
  public BitSet living(String tag) {
    return read(
        (_, statements) -> {
          String sql =
              """
              SELECT s.number FROM seeded_users s JOIN users u ON u.id = s.user_id
              WHERE s.tag = ? AND u.deleted_at IS NULL
              """;
          BitSet numbers = new BitSet();
          try (ResultSet row = statements.with(sql, List.of(tag)).executeQuery()) {
            while (row.next()) {
              numbers.set(row.getInt(1));
            }
          }
          return numbers;
        });
  }

  @Override
  public void keep(Plan plan, @Nullable Instant expires) {
    Long until = expires == null ? null : expires.toEpochMilli();
    Plan kept =
        write(
            statements -> {
              statements.run(
                  """
                  INSERT INTO seeds (tag, seed, now, avatars, expires) VALUES (?, ?, ?, ?, ?)
                  ON CONFLICT (tag) DO UPDATE SET
                    expires = max(seeds.expires, coalesce(excluded.expires, seeds.expires))
                  WHERE (seed, now, avatars) = (excluded.seed, excluded.now, excluded.avatars)
                  """,
                  Arrays.asList(
                      plan.tag(),
                      plan.seed(),
                      plan.now().toEpochMilli(),
                      plan.avatars() ? 1 : 0,
                      until));
              String sql = "SELECT tag, seed, now, avatars FROM seeds WHERE tag = ?";
              try (ResultSet row = statements.with(sql, List.of(plan.tag())).executeQuery()) {
                return plan(row);
              }
            });
    if (!kept.equals(plan)) {
      throw conflict(kept);
    }
  }

  @Override
  public void refuseOther(Plan plan) {
    all().stream()
        .map(Kept::plan)
        .filter(kept -> kept.tag().equals(plan.tag()) && !kept.equals(plan))
        .findFirst()
        .ifPresent(
            kept -> {
              throw conflict(kept);
            });
  }

  private static Conflict conflict(Plan kept) {
    return new Conflict(
        Message.of(
            kept.avatars() ? "seed.other-plan-avatars" : "seed.other-plan",
            kept.tag(),
            String.valueOf(kept.seed()),
            kept.now().toString()));
  }

  @Override
  public int plant(String tag, List<Seedling> seedlings, Origin origin) {
    IdentityHashMap<Edit, Map<Field, String>> secrets = new IdentityHashMap<>();
    seedlings.forEach(each -> secrets.put(each.edit(), hashes(each.edit())));
    return write(
        statements -> {
          Planting planting =
              new Planting(
                  statements,
                  tag,
                  origin,
                  edit -> Objects.requireNonNullElse(secrets.get(edit), Map.of()));
          planting.refuseUnknownTag();
          int made = 0;
          for (Seedling each : planting.missing(seedlings)) {
            planting.make(each);
            made++;
          }
          return made;
        });
  }

  private Map<Field, String> hashes(Edit.Create edit) {
    Map<Field, String> found = new EnumMap<>(Field.class);
    edit.patch()
        .set()
        .forEach(
            (field, value) -> {
              if (value instanceof Secret secret) {
                found.put(field, hashes.computeIfAbsent(secret, passwords::hash));
              }
            });
    return found;
  }

  @Override
  public long remove(String tag) {
    long removed = 0;
    int some;
    do {
      some = write(statements -> purgeSome(statements, tag));
      removed += some;
    } while (some == PURGED_AT_ONCE);
    try {
      connections.emptyLog();
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
    return removed;
  }

  /** The tag itself goes with the last of its users. */
  private static int purgeSome(Statements statements, String tag) throws SQLException {
    String sql =
        """
        DELETE FROM users WHERE id IN (
          SELECT user_id FROM seeded_users WHERE tag = ? ORDER BY number LIMIT ?)
        """;
    int some = statements.with(sql, List.of(tag, PURGED_AT_ONCE)).executeUpdate();
    if (some < PURGED_AT_ONCE) {
      statements.run("DELETE FROM seeds WHERE tag = ?", List.of(tag));
      statements.run(StoreCompaction.DROP_ORPHANS, List.of());
    }
    return some;
  }

  private interface Change<T> {
    T on(Statements statements) throws SQLException;
  }

  private <T> T write(Change<T> change) {
    try {
      return connections.write(
          (open, statements) -> Transactions.run(open, () -> change.on(statements)));
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
}
