package dev.profilectl.store;

import dev.profilectl.bulk.Journal;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.AccessTokens;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.AvatarVersion;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.History;
import dev.profilectl.profile.KeptAvatar;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.Seeds;
import dev.profilectl.profile.StoreCare;
import dev.profilectl.profile.UploadedFiles;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserNumbers;
import dev.profilectl.profile.UserRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The local store. Any number of threads and processes may use it, each change being one
 * transaction that waits for its turn.
 */
public final class SqliteDirectory implements ProfileDirectory {
  /** So many reads at once, where a store is served. */
  private static final int READERS = 3;

  private final Connection connection;
  private final Connections connections;
  private final String name;
  private final boolean kept;
  private final StoreSettings settings;
  private final Passwords passwords;

  private SqliteDirectory(
      List<Connection> opened, String name, boolean kept, StoreSettings settings) {
    this.connection = opened.getFirst();
    this.connections = new Connections(connection, opened.subList(1, opened.size()));
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
    return new SqliteDirectory(List.of(StoreFile.open(file)), file.toString(), true, settings);
  }

  /** The same, for many at once: reads go on beside a change. */
  public static SqliteDirectory openToServe(Path file, StoreSettings settings) {
    List<Connection> connections =
        Stream.generate(() -> StoreFile.open(file)).limit(1 + READERS).toList();
    return new SqliteDirectory(connections, file.toString(), true, settings);
  }

  /** What the first opening of a store does once; needs no call, but time. */
  public static void loadLibrary() {
    StoreFile.loadLibrary();
  }

  /** A store in memory, gone when it is closed. */
  public static SqliteDirectory inMemory(StoreSettings settings) {
    return new SqliteDirectory(List.of(StoreFile.openInMemory()), ":memory:", false, settings);
  }

  /** The store that a first change would make in a file: empty, and told by that file's name. */
  public static SqliteDirectory notYet(Path file, StoreSettings settings) {
    return new SqliteDirectory(List.of(StoreFile.openInMemory()), file.toString(), false, settings);
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.complementOf(EnumSet.of(Feature.ADOPT_AVATAR, Feature.TOKEN_PER_USER));
  }

  /** The tokens it hands out. */
  public AccessTokens tokens() {
    return new TokenTable(connections, name, settings);
  }

  /** The numbers of its users. */
  public UserNumbers numbers() {
    return new UserNumberTable(connections, name);
  }

  /** The files that were sent to it. */
  public UploadedFiles uploads() {
    return new UploadTable(connections, name, settings);
  }

  /** The users that were made up. */
  public Seeds seeds() {
    return new SeedTable(connections, name, passwords);
  }

  /** The runs over it. */
  public Journal journal() {
    return new SqliteJournal(connections, name, false);
  }

  /** A journal in a file of its own, for runs on systems that keep none. */
  public static Journal journal(Path file) {
    // A store without users: so it is opened, guarded and upgraded like any other.
    Connections connections = new Connections(StoreFile.open(file), List.of());
    return new SqliteJournal(connections, file.toString(), true);
  }

  /** A journal that is nowhere and gone when it is closed, for runs that change nothing. */
  public static Journal scratchJournal() {
    Connections connections = new Connections(StoreFile.openScratch(), List.of());
    return new SqliteJournal(connections, "", true);
  }

  /** The store as a whole. */
  public StoreCare care() {
    return new StoreInspection(connection, name, kept);
  }

  @Override
  public Optional<Profile> find(UserRef user) {
    return read((_, statements) -> new UserSearch(statements).one(user));
  }

  @Override
  public List<Lookup> findAll(List<UserRef> users, Set<Field> fields) {
    return read((_, statements) -> new UserSearch(statements).all(users, fields));
  }

  private <T> T read(WarmConnection.Work<T> work) {
    try {
      return connections.read(work);
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  @Override
  public void list(Consumer<Profile> each) {
    read((open, _) -> UserSearch.list(open, each));
  }

  @Override
  public List<Profile> named(String prefix, int most) {
    return read((_, statements) -> new UserSearch(statements).named(prefix, most));
  }

  @Override
  public List<Profile> behind(@Nullable String username, int most) {
    return read((_, statements) -> new UserSearch(statements).behind(username, most));
  }

  @Override
  public List<Outcome> apply(List<Edit> edits, Origin origin) {
    return apply(edits, origin, false);
  }

  @Override
  public List<Outcome> applyAtomically(List<Edit> edits, Origin origin) {
    return apply(edits, origin, true);
  }

  private List<Outcome> apply(List<Edit> edits, Origin origin, boolean allOrNone) {
    // Hashing is slow on purpose, so it is done before the transaction, which is to be short.
    IdentityHashMap<Edit, Map<Field, String>> hashes = new IdentityHashMap<>();
    for (Edit edit : edits) {
      Map<Field, String> own = hashes(edit);
      if (!own.isEmpty()) {
        hashes.put(edit, own);
      }
    }
    Stamp stamp = new Stamp(settings.clock().instant().truncatedTo(ChronoUnit.MILLIS), origin);
    List<Outcome> outcomes;
    try {
      outcomes =
          connections.write(
              (open, statements) -> {
                UserTable users =
                    new UserTable(
                        statements,
                        stamp,
                        edit -> Objects.requireNonNullElse(hashes.get(edit), Map.of()));
                EditBatch batch = new EditBatch(statements, users, stamp, settings.random());
                return Transactions.run(
                    open,
                    () -> batch.run(edits),
                    made ->
                        !allOrNone || made.stream().noneMatch(Outcome.Failed.class::isInstance));
              });
    } catch (SQLException cause) {
      throw SqlFailures.writing(cause, name);
    }
    if (edits.stream().anyMatch(e -> e instanceof Edit.Delete delete && delete.purge())) {
      try {
        connections.emptyLog();
      } catch (SQLException cause) {
        throw new Fault(Message.of("store.log-kept", name), cause);
      }
    }
    return outcomes;
  }

  /** Each edit gets hashes of its own: two users with one password must not share a salt. */
  private Map<Field, String> hashes(Edit edit) {
    Map<Field, Object> set =
        switch (edit) {
          case Edit.Create create -> create.patch().set();
          case Edit.Update update -> update.patch().set();
          case Edit.Delete _,
              Edit.Undelete _,
              Edit.SetAvatar _,
              Edit.AdoptAvatar _,
              Edit.RemoveAvatar _ ->
              Map.of();
        };
    if (set.values().stream().noneMatch(Secret.class::isInstance)) {
      return Map.of();
    }
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
  public Optional<History> history(UserRef user) {
    return read((open, _) -> new HistoryReader(open).of(user));
  }

  @Override
  public Optional<Avatar> avatar(UserId user) {
    return read((open, _) -> KeptAvatars.current(open, user));
  }

  @Override
  public List<AvatarVersion> avatarVersions(UserId user) {
    return read((open, _) -> KeptAvatars.versions(open, user));
  }

  @Override
  public Optional<KeptAvatar> keptAvatar(UserId user, long version) {
    return read((open, _) -> KeptAvatars.of(open, user, version));
  }

  @Override
  public void close() {
    try {
      connections.close();
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }
}
