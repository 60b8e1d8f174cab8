package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.People;
import dev.profilectl.profile.UserRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that become a store, and files that must not. */
class StoreFileTest {
  @TempDir Path folder;

  /** Why a file cannot be opened; the file and its folder must be as before. */
  private String refusal(Path file) throws IOException {
    Map<String, String> before = Stores.contents(folder);
    Failure failure = catchThrowableOfType(Failure.class, () -> Stores.open(file).close());
    assertThat(failure.getMessage()).contains(file.toString()).doesNotContain("Exception");
    assertThat(Stores.contents(folder)).isEqualTo(before);
    return failure.sentence().key();
  }

  private static void sql(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void onlyTheOwnerMayReadAStore() throws IOException {
    Path file = folder.resolve("a/b/store.db");
    try (SqliteDirectory store = Stores.open(file)) {
      store.apply(
          List.of(new Edit.Create(People.id(1), People.set(Field.USERNAME, "ada"))), Stores.ORIGIN);
      for (String name : List.of("store.db", "store.db-wal", "store.db-shm")) {
        assertThat(mode(file.resolveSibling(name))).as(name).isEqualTo("rw-------");
      }
    }
    assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("a/b"))).isEqualTo("rwx------");
    try (var files = Files.list(file.resolveSibling("."))) {
      assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("store.db");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.db", "中文.db", "what?.db", "what?mode=memory", "a?cache=shared&mode=ro", "#1.db",
            "50%.db", "%41.db", "😀.db",
        "'quoted'.db", "\"x\".db", "semi;colon.db", "file:x.db", ":memory:", "a&b=c.db", "-dash.db",
            "back\\slash.db", "new\nline.db"
      })
  void anyNameIsTheNameOfThatFile(String name) throws IOException {
    Path file = folder.resolve(name);
    Stores.create(file, 1, Field.USERNAME, "ada");
    assertThat(Stores.contents(folder).keySet()).containsExactly(name);
    Stores.create(file, 2, Field.USERNAME, "bob");
    try (SqliteDirectory store = Stores.open(file)) {
      assertThat(store.find(UserRef.parse("ada"))).isPresent();
      assertThat(store.find(UserRef.parse("bob"))).isPresent();
    }
    assertThat(Stores.contents(folder).keySet()).containsExactly(name);
  }

  @Test
  void whatKilledProcessesLeftIsDroppedAfterADay() throws IOException {
    Path old = Files.writeString(folder.resolve(".profilectl-1.new"), "half a copy");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    Files.writeString(folder.resolve(".profilectl-2.new"), "somebody is at it");
    Stores.create(folder.resolve("store.db"), 1, Field.USERNAME, "ada");
    assertThat(Stores.contents(folder).keySet())
        .containsExactlyInAnyOrder("store.db", ".profilectl-2.new");
  }

  @Test
  void anEmptyFileBecomesAStore() throws IOException {
    Path file = Files.createFile(folder.resolve("store.db"));
    Stores.create(file, 1, Field.USERNAME, "ada");
    assertThat(Files.size(file)).isPositive();
  }

  @Test
  void whatIsNoStoreIsLeftAlone() throws IOException, SQLException {
    assertThat(refusal(Files.writeString(folder.resolve("text"), "hello, this is text")))
        .isEqualTo("store.not-a-store");
    assertThat(refusal(Files.writeString(folder.resolve("short"), "x")))
        .isEqualTo("store.not-a-store");
    assertThat(refusal(Files.writeString(folder.resolve("cut"), "SQLite format 3\0")))
        .isIn("store.not-a-store", "store.damaged", "store.io");
    assertThat(refusal(Files.createDirectory(folder.resolve("directory"))))
        .isEqualTo("store.not-a-file");
    assertThat(refusal(Path.of("/dev/null"))).isEqualTo("store.not-a-file");
    assertThat(refusal(folder.resolve("text/store.db"))).isEqualTo("store.no-place");
    Path foreign = folder.resolve("foreign.db");
    sql(foreign, "CREATE TABLE users (id TEXT)");
    assertThat(refusal(foreign)).isEqualTo("store.foreign");
    sql(foreign, "PRAGMA application_id = 99");
    assertThat(refusal(foreign)).isEqualTo("store.foreign");
    Path versioned = folder.resolve("versioned.db");
    sql(versioned, "CREATE TABLE t (id TEXT)", "PRAGMA user_version = 1");
    assertThat(refusal(versioned)).isEqualTo("store.foreign");
    Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
    assertThat(
            catchThrowableOfType(Failure.class, () -> Stores.open(folder.resolve("dangling")))
                .sentence()
                .key())
        .isIn("store.not-a-file", "store.no-place");
  }

  @Test
  void aNewerStoreIsLeftAlone() throws IOException, SQLException {
    Path file = folder.resolve("store.db");
    Stores.create(file, 1, Field.USERNAME, "ada");
    sql(file, "PRAGMA journal_mode = DELETE", "PRAGMA user_version = 999");
    assertThat(refusal(file)).isEqualTo("store.newer");
    sql(file, "PRAGMA application_id = 5");
    assertThat(refusal(file)).as("foreign before newer").isEqualTo("store.foreign");
  }

  @Test
  void linksLeadToTheStore() throws IOException {
    Path file = folder.resolve("store.db");
    Stores.create(file, 1, Field.USERNAME, "ada");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Stores.create(link, 2, Field.USERNAME, "bob");
    try (SqliteDirectory store = Stores.open(file)) {
      assertThat(store.find(UserRef.parse("bob"))).isPresent();
    }
  }

  @Test
  void damageIsToldInOneSentence() throws IOException {
    Path file = folder.resolve("store.db");
    Stores.create(file, 1, Field.USERNAME, "ada");
    byte[] whole = Files.readAllBytes(file);
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      byte[] damaged = whole.clone();
      int from = random.nextInt(16, damaged.length);
      for (int i = from; i < Math.min(damaged.length, from + random.nextInt(1, 5_000)); i++) {
        damaged[i] = (byte) random.nextInt();
      }
      if (random.nextInt(4) == 0) {
        damaged = Arrays.copyOf(damaged, random.nextInt(16, damaged.length));
      }
      Files.write(file, damaged);
      Files.deleteIfExists(folder.resolve("store.db-wal"));
      Files.deleteIfExists(folder.resolve("store.db-shm"));
      useAll(file, seed);
    }
  }

  private static void useAll(Path file, int seed) {
    List<Callable<Object>> uses =
        List.of(
            () -> Stores.open(file).care().check(),
            () -> Stores.open(file).care().info(),
            () -> Stores.open(file).find(UserRef.parse("ada")),
            () -> Stores.open(file).history(UserRef.parse("ada")),
            () -> {
              Stores.open(file).list(_ -> {});
              return "";
            },
            () ->
                Stores.open(file)
                    .apply(
                        List.of(new Edit.Update(People.id(1), People.set(Field.CITY, "x"), null)),
                        Stores.ORIGIN));
    for (Callable<Object> use : uses) {
      try {
        assertThat(use.call()).isNotNull();
      } catch (Failure told) {
        assertThat(told.getMessage()).contains("store");
      } catch (Exception wrong) {
        throw new AssertionError("seed " + seed, wrong);
      }
    }
  }

  @Test
  void manyMayMakeTheSameStoreAtOnce()
      throws InterruptedException, ExecutionException, IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int round = 0; round < 10; round++) {
        Path file = folder.resolve("store" + round + ".db");
        List<Callable<Outcome>> makers = new ArrayList<>();
        IntStream.range(0, 8)
            .forEach(
                i ->
                    makers.add(
                        () -> {
                          try (SqliteDirectory store = Stores.open(file)) {
                            return store
                                .apply(
                                    List.of(
                                        new Edit.Create(
                                            People.id(i), People.set(Field.USERNAME, "user" + i))),
                                    Stores.ORIGIN)
                                .getFirst();
                          }
                        }));
        for (Future<Outcome> made : threads.invokeAll(makers)) {
          assertThat(made.get()).isInstanceOf(Outcome.Created.class);
        }
        try (SqliteDirectory store = Stores.open(file)) {
          assertThat(store.care().info()).containsEntry("users", 8L);
        }
      }
    }
    assertThat(Stores.contents(folder)).hasSize(10);
  }
}
