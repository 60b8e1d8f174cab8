package dev.profilectl.store;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.AvatarVersion;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.History;
import dev.profilectl.profile.KeptAvatar;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.StoreCare;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The local store. One connection, opened at once; any number of threads and processes may use a
 * store, each change being one transaction that waits for its turn.
 */
public final class SqliteDirectory implements ProfileDirectory {
  private static final String LIVING = " FROM users WHERE deleted_at IS NULL AND ";

  private final Connection connection;
  private final String name;
  private final boolean kept;
  private final StoreSettings settings;
  private final Passwords passwords;

  private SqliteDirectory(
      Connection connection, String name, boolean kept, StoreSettings settings) {
    this.connection = connection;
    this.name = name;
    this.kept = kept;
    this.settings = settings;
    this.passwords = new Passwords(settings.bcryptCost());
  }

  /**
   * The store in a file, made where there is none.
   *
   * @throws Fault where the file cannot be a store, or was made by a newer program
   */
  public static SqliteDirectory open(Path file, StoreSettings settings) {
    return new SqliteDirectory(StoreFile.open(file), file.toString(), true, settings);
  }

  /** A store in memory, gone when it is closed. */
  public static SqliteDirectory inMemory(StoreSettings settings) {
    return new SqliteDirectory(StoreFile.openInMemory(), ":memory:", false, settings);
  }

  /** The store that a first change would make in a file: empty, and told by that file's name. */
  public static SqliteDirectory notYet(Path file, StoreSettings settings) {
    return new SqliteDirectory(StoreFile.openInMemory(), file.toString(), false, settings);
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.complementOf(EnumSet.of(Feature.ADOPT_AVATAR));
  }

  /** The store as a whole. */
  public StoreCare care() {
    return new StoreInspection(connection, name, kept);
  }

  @Override
  public synchronized Optional<Profile> find(UserRef user) {
    return switch (user) {
      case UserRef.Owner _ -> Optional.empty();
      case UserRef.ById byId -> select("id = ?", byId.text());
      case UserRef.ByUsername byName -> select("lower(username) = lower(?)", byName.text());
      case UserRef.ByEither either -> {
        Optional<Profile> byId =
            UserId.parse(either.text()).flatMap(id -> select("id = ?", id.text()));
        Optional<Profile> byName = select("lower(username) = lower(?)", either.text());
        if (byId.isPresent() && byName.isPresent() && !byId.get().id().equals(byName.get().id())) {
          throw new Usage(Message.of("user.ambiguous", either.text()));
        }
        yield byId.or(() -> byName);
      }
    };
  }

  private Optional<Profile> select(String condition, String parameter) {
    String sql = "SELECT " + UserRows.COLUMNS + LIVING + condition;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(UserRows.profile(row)) : Optional.empty();
      }
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  @Override
  public synchronized void list(Consumer<Profile> each) {
    String sql = "SELECT " + UserRows.COLUMNS + LIVING + "TRUE ORDER BY lower(username)";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        each.accept(UserRows.profile(row));
      }
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  @Override
  public synchronized List<Outcome> apply(List<Edit> edits, Origin origin) {
    // Hashing is slow on purpose, so it is done before the transaction, which is to be short.
    IdentityHashMap<Edit, Map<Field, String>> hashes = new IdentityHashMap<>();
    edits.forEach(edit -> hashes.put(edit, hashes(edit)));
    Stamp stamp = new Stamp(settings.clock().instant().truncatedTo(ChronoUnit.MILLIS), origin);
    List<Outcome> outcomes;
    try (Statement transaction = connection.createStatement();
        Statements statements = new Statements(connection)) {
      transaction.execute("BEGIN IMMEDIATE");
      try {
        UserTable users =
            new UserTable(
                statements, stamp, edit -> Objects.requireNonNullElse(hashes.get(edit), Map.of()));
        outcomes = new EditBatch(statements, users, stamp, settings.random()).run(edits);
        transaction.execute("COMMIT");
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(transaction, failure);
        throw failure;
      }
    } catch (SQLException cause) {
      throw SqlFailures.writing(cause, name);
    }
    if (edits.stream().anyMatch(e -> e instanceof Edit.Delete delete && delete.purge())) {
      emptyLog();
    }
    return outcomes;
  }

  /** What was purged must not stay readable in the log either. */
  private void emptyLog() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  private static void rollBack(Statement transaction, Throwable failure) {
    try {
      transaction.execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      failure.addSuppressed(alreadyRolledBack);
    }
  }

  /** Each edit gets hashes of its own: two users with one password must not share a salt. */
  private Map<Field, String> hashes(Edit edit) {
    Map<Field, Object> set =
        switch (edit) {
          case Edit.Create create -> create.patch().set();
          case Edit.Update update -> update.patch().set();
          case Edit.Delete _, Edit.SetAvatar _, Edit.AdoptAvatar _, Edit.RemoveAvatar _ -> Map.of();
        };
    Map<Field, String> hashes = new EnumMap<>(Field.class);
    set.forEach(
        (field, value) -> {
          if (value instanceof Secret secret) {
            hashes.put(field, passwords.hash(secret));
          }
        });
    return hashes;
  }

  @Override
  public synchronized Optional<History> history(UserRef user) {
    try {
      return new HistoryReader(connection).of(user);
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  @Override
  public synchronized Optional<Avatar> avatar(UserId user) {
    try {
      return KeptAvatars.current(connection, user);
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  @Override
  public synchronized List<AvatarVersion> avatarVersions(UserId user) {
    try {
      return KeptAvatars.versions(connection, user);
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  @Override
  public synchronized Optional<KeptAvatar> keptAvatar(UserId user, long version) {
    try {
      return KeptAvatars.of(connection, user, version);
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }
}
