package dev.profilectl.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.store.SqliteDirectory;
import dev.profilectl.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run tells what the real one will do, and leaves no trace. */
class DryRunTest extends DirectoryFixture {
  private static final StoreSettings SETTINGS = new StoreSettings(CLOCK, new Random(5), 4);
  private static final int USERS = 5;
  private static final int SEQUENCES = 1_500;

  @TempDir Path folder;

  @Override
  protected ProfileDirectory open() {
    return SqliteDirectory.inMemory(SETTINGS);
  }

  private List<Outcome> pretend(List<Edit> edits) {
    return new DryRun(directory, CLOCK, new Random(6)).apply(edits, ORIGIN);
  }

  @Test
  void tellsWhatTheRealOneDoes() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Edit> edits =
          IntStream.range(0, random.nextInt(1, 16)).mapToObj(_ -> edit(random)).toList();
      List<Profile> before = all();
      List<String> pretended = pretend(edits).stream().map(DryRunTest::told).toList();
      assertThat(all()).as("seed %d", seed).isEqualTo(before);
      List<String> real = directory.apply(edits, ORIGIN).stream().map(DryRunTest::told).toList();
      for (int i = 0; i < real.size(); i++) {
        assertThat(pretended.get(i))
            .as("seed %d, edit %d of %s", seed, i, edits)
            .isEqualTo(real.get(i));
      }
    }
  }

  private static Edit edit(SplittableRandom random) {
    int user = random.nextInt(USERS);
    return switch (random.nextInt(12)) {
      case 0, 1 ->
          new Edit.Create(
              random.nextInt(4) == 0 ? null : People.id(user), named(random, patch(random)));
      case 2 -> delete(user);
      case 3 -> purge(user);
      case 4, 5 -> picture(user, "picture" + random.nextInt(3));
      case 6 -> removePicture(user);
      case 7 -> new Edit.Update(People.id(user), patch(random), (long) random.nextInt(9));
      case 8 -> new Edit.Update(People.id(user), named(random, patch(random)), null);
      default -> new Edit.Update(People.id(user), patch(random), null);
    };
  }

  private static ProfilePatch named(SplittableRandom random, ProfilePatch patch) {
    Map<Field, Object> set = new EnumMap<>(Field.class);
    set.putAll(patch.set());
    set.put(Field.USERNAME, (random.nextBoolean() ? "n" : "N") + random.nextInt(USERS));
    return new ProfilePatch(set, patch.clear());
  }

  private static ProfilePatch patch(SplittableRandom random) {
    Map<Field, Object> set = new EnumMap<>(Field.class);
    Set<Field> clear = EnumSet.noneOf(Field.class);
    for (Field field : List.of(Field.CITY, Field.LEVEL, Field.AVATAR_URL)) {
      switch (random.nextInt(5)) {
        case 0 -> set.put(field, "v" + random.nextInt(2));
        case 1 -> clear.add(field);
        default -> {}
      }
    }
    if (random.nextInt(8) == 0) {
      set.put(Field.PASSWORD, new Secret("s3cret"));
    }
    return new ProfilePatch(set, clear);
  }

  /** All of an outcome but the ids and addresses that are made up anew each time. */
  private static String told(Outcome outcome) {
    String text =
        outcome instanceof Outcome.Failed failed
            ? "Failed " + failed.failure().getMessage() + failed.failure().problems()
            : outcome.toString();
    return text.replaceAll("20260102/users/[a-z0-9]{26}/[a-z0-9]{26}/avatar", "avatar")
        .replaceAll("[ybndrfg8ejkmcpqxot1uwisza345h769]{26}", "new-id");
  }

  @Test
  void leavesTheFileAsItWas() throws IOException {
    Path file = folder.resolve("store.db");
    try (SqliteDirectory store = SqliteDirectory.open(file, SETTINGS)) {
      store.apply(List.of(creation(1), creation(2), picture(1, "one"), delete(2)), ORIGIN);
    }
    byte[] before = Files.readAllBytes(file);
    try (SqliteDirectory store = SqliteDirectory.open(file, SETTINGS)) {
      ProfileDirectory dry = new DryRun(store, CLOCK, new Random(6));
      List<Outcome> outcomes =
          dry.apply(
              List.of(
                  creation(3),
                  update(1, Field.CITY, "x"),
                  picture(1, "two"),
                  removePicture(1),
                  purge(2),
                  purge(1)),
              ORIGIN);
      assertThat(words(outcomes))
          .containsExactly("Created", "Updated", "Updated", "Updated", "Deleted", "Deleted");
      assertThat(dry.features()).isEqualTo(store.features());
      assertThat(dry.find(new UserRef.ByEither("user1"))).isPresent();
      assertThat(dry.history(new UserRef.ByEither("user2"))).isPresent();
      assertThat(dry.avatar(People.id(1))).isPresent();
      List<Profile> listed = new ArrayList<>();
      dry.list(listed::add);
      assertThat(listed).hasSize(1);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void asksOnlyOnceForAUserAndNeverForWhatCannotBeTold() {
    Set<String> asked = new HashSet<>();
    ProfileDirectory remote = new WithoutHistory(directory, asked);
    create(1);
    ProfileDirectory dry = new DryRun(remote, CLOCK, new Random(6));
    assertThat(
            words(
                dry.apply(
                    List.of(
                        update(1, Field.CITY, "a"),
                        update(1, Field.CITY, "b"),
                        update(2, Field.CITY, "x")),
                    ORIGIN)))
        .containsExactly("Updated", "Updated", "400199");
    assertThat(asked).containsExactlyInAnyOrder(People.id(1).text(), People.id(2).text());
  }

  /** A directory like a remote system: no history, and it counts who is asked for. */
  private record WithoutHistory(ProfileDirectory directory, Set<String> asked)
      implements ProfileDirectory {
    @Override
    public String name() {
      return "without history";
    }

    @Override
    public Set<Feature> features() {
      return EnumSet.complementOf(EnumSet.of(Feature.HISTORY));
    }

    @Override
    public Optional<Profile> find(UserRef user) {
      assertThat(asked.add(user.text())).as(user.text()).isTrue();
      return directory.find(user);
    }

    @Override
    public void list(Consumer<Profile> each) {
      directory.list(each);
    }

    @Override
    public List<Outcome> apply(List<Edit> edits, Origin origin) {
      throw new AssertionError("a dry run changes nothing");
    }

    @Override
    public Optional<History> history(UserRef user) {
      throw new AssertionError("there is no history");
    }

    @Override
    public Optional<Avatar> avatar(UserId user) {
      return directory.avatar(user);
    }

    @Override
    public List<AvatarVersion> avatarVersions(UserId user) {
      return directory.avatarVersions(user);
    }

    @Override
    public Optional<KeptAvatar> keptAvatar(UserId user, long version) {
      return directory.keptAvatar(user, version);
    }

    @Override
    public void close() {
      directory.close();
    }
  }
}
