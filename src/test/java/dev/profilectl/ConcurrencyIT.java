package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.PackagedProgram.Outcome;
import dev.profilectl.PackagedProgram.Running;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.HistoryEntry;
import dev.profilectl.profile.UserRef;
import dev.profilectl.store.SqliteDirectory;
import dev.profilectl.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write one store at once. */
class ConcurrencyIT {
  private static final StoreSettings SETTINGS =
      new StoreSettings(Clock.systemUTC(), new Random(1), 4);
  private static final long SEED = 9;
  private static final int MIX_SECONDS = Integer.getInteger("mix.seconds", 10);

  @TempDir Path folder;
  private PackagedProgram program;
  private Path store;

  @BeforeEach
  void makeUsers() throws IOException, InterruptedException {
    program = new PackagedProgram(folder);
    store = folder.resolve("store.db");
    for (String user : List.of("ada", "bob")) {
      Outcome made = program.run("user", "create", user, "--store", store.toString());
      assertThat(made.err()).isEmpty();
      assertThat(made.exit()).isZero();
    }
  }

  private List<HistoryEntry> history(String user) {
    try (SqliteDirectory directory = SqliteDirectory.open(store, SETTINGS)) {
      assertThat(directory.care().check()).isEmpty();
      return directory.history(UserRef.parse(user)).orElseThrow().entries();
    }
  }

  /** The labels that updates have set, oldest first; versions must follow each other. */
  private List<Object> labels(String user) {
    List<HistoryEntry> entries = history(user).reversed();
    assertThat(entries)
        .extracting(HistoryEntry::version)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, entries.size()).boxed().toList());
    List<Object> labels = new ArrayList<>();
    for (HistoryEntry entry : entries.subList(1, entries.size())) {
      assertThat(entry.action()).isEqualTo("update");
      entry.changes().stream()
          .filter(c -> c.field() == Field.LABEL)
          .map(FieldChange::after)
          .forEach(labels::add);
    }
    return labels;
  }

  private static List<String> lines(Outcome outcome) {
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    return outcome.out().lines().toList();
  }

  /**
   * Each process does what comes to it: updates, pictures, imports, undo, backups, compaction,
   * deletions, lists. None may fail, so none may find the store locked.
   */
  @Test
  void sixteenProcessesOfAllCommandsLoseNothing()
      throws IOException, InterruptedException, SQLException {
    List<Running> running = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      running.add(
          program.start(
              Deeds.class,
              folder.toString(),
              (char) ('a' + i) + "-mix",
              String.valueOf(SEED + i),
              String.valueOf(MIX_SECONDS * 1000),
              "update",
              "update",
              "update",
              "upload",
              "import",
              "undo",
              "backup",
              "compact",
              "create",
              "delete",
              "read"));
    }
    Map<String, List<String>> done = new TreeMap<>();
    for (Running one : running) {
      for (String line : lines(one.finish())) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("ack")) {
          done.computeIfAbsent(words[1], _ -> new ArrayList<>())
              .add(String.join(" ", List.of(words).subList(2, words.length)));
        }
      }
    }
    try (StoreFacts facts = new StoreFacts(store)) {
      assertThat(facts.labels("ada"))
          .containsExactlyInAnyOrderElementsOf(Objects.requireNonNull(done.get("update")));
      assertThat(facts.halves()).isZero();
      for (String upload : Objects.requireNonNull(done.get("upload"))) {
        assertThat(facts.pictures(upload.split(" ", -1)[1])).as(upload).isEqualTo(1);
      }
      for (String imported : Objects.requireNonNull(done.get("import"))) {
        String[] words = imported.split(" ", -1);
        assertThat(facts.changedTo(words[0])).as(imported).isEqualTo(Deeds.ROWS);
      }
      for (String undone : Objects.requireNonNull(done.get("undo"))) {
        assertThat(facts.present(undone.split(" ", -1)[0])).as(undone).isZero();
      }
      for (String user : Objects.requireNonNull(done.get("create"))) {
        assertThat(facts.users(user)).as(user).isEqualTo(1);
      }
      for (String user : Objects.requireNonNull(done.get("delete"))) {
        assertThat(facts.users(user)).as(user).isZero();
      }
    }
    for (String copy : Objects.requireNonNull(done.get("backup"))) {
      try (SqliteDirectory directory = SqliteDirectory.open(folder.resolve(copy), SETTINGS)) {
        assertThat(directory.care().check()).as(copy).isEmpty();
      }
    }
    Outcome check = program.run("store", "check", "--store", store.toString());
    assertThat(check.exit()).as(check.out()).isZero();
    Map<String, Integer> counts = new TreeMap<>();
    done.forEach((kind, all) -> counts.put(kind, all.size()));
    System.out.println("sixteen processes, " + MIX_SECONDS + " s, done " + counts);
  }

  @Test
  void programsStartedAtOnceAllChangeTheStore() throws IOException, InterruptedException {
    List<Running> running = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      running.add(
          program.startJar(
              "user", "update", "ada", "--store", store.toString(), "--set", "label=p" + i));
    }
    for (Running one : running) {
      lines(one.finish());
    }
    assertThat(labels("ada"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 8).<Object>mapToObj(i -> "p" + i).toList());
  }

  /** What an update acknowledged while a copy was put back is in the store or in what was kept. */
  @Test
  void aRestoreKeepsTheLastChangeOfOthers() throws IOException, InterruptedException, SQLException {
    Path copy = folder.resolve("copy.db");
    lines(program.run("store", "backup", copy.toString(), "--store", store.toString()));
    Running updates =
        program.start(Deeds.class, folder.toString(), "r", "1", MIX_SECONDS * 500 + "", "update");
    List<Path> stores = new ArrayList<>(List.of(store));
    while (updates.process().isAlive()) {
      Path kept = folder.resolve("kept" + stores.size());
      stores.add(kept);
      lines(
          program.run(
              "store",
              "restore",
              copy.toString(),
              "--yes",
              "-q",
              "--keep-as",
              kept.toString(),
              "--store",
              store.toString()));
    }
    List<String> done =
        lines(updates.finish()).stream()
            .filter(line -> line.startsWith("ack update "))
            .map(line -> line.substring("ack update ".length()))
            .toList();
    List<String> found = new ArrayList<>();
    for (Path one : stores) {
      try (StoreFacts facts = new StoreFacts(one)) {
        found.addAll(facts.labels("ada"));
      }
    }
    assertThat(stores).hasSizeGreaterThan(3);
    assertThat(found).containsExactlyInAnyOrderElementsOf(done);
  }

  @Test
  void twoProcessesMayMakeTheStoreAtOnce() throws IOException, InterruptedException {
    for (int round = 0; round < 3; round++) {
      Path fresh = folder.resolve("fresh" + round).resolve("store.db");
      List<Running> running = new ArrayList<>();
      for (String user : List.of("ada", "bob", "eve")) {
        running.add(program.startJar("user", "create", user, "--store", fresh.toString()));
      }
      for (Running one : running) {
        assertThat(lines(one.finish())).hasSize(1);
      }
      try (SqliteDirectory directory = SqliteDirectory.open(fresh, SETTINGS)) {
        assertThat(directory.care().info()).containsEntry("users", 3L);
      }
      try (var files = Files.list(fresh.resolveSibling("."))) {
        assertThat(files.map(Path::getFileName)).containsExactly(fresh.getFileName());
      }
    }
  }
}
