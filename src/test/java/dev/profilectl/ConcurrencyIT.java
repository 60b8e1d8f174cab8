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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write one store at once, and processes that are killed while they do. */
class ConcurrencyIT {
  private static final StoreSettings SETTINGS =
      new StoreSettings(Clock.systemUTC(), new Random(1), 4);
  private static final long SEED = 9;

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

  @Test
  void eightProcessesOfFiftyUpdatesEachLeaveFourHundred() throws IOException, InterruptedException {
    List<Running> running = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      running.add(program.start(UpdateLoop.class, store.toString(), "p" + i, "50", "ada", "bob"));
    }
    List<String> acknowledged = new ArrayList<>();
    for (Running one : running) {
      acknowledged.addAll(lines(one.finish()));
    }
    assertThat(acknowledged).hasSize(400);
    List<Object> labels = new ArrayList<>(labels("ada"));
    assertThat(labels).hasSize(200);
    labels.addAll(labels("bob"));
    assertThat(labels).containsExactlyInAnyOrderElementsOf(new ArrayList<Object>(acknowledged));
    Outcome check = program.run("store", "check", "--store", store.toString());
    assertThat(check.exit()).isZero();
    assertThat(program.run("user", "history", "ada", "--store", store.toString()).exit()).isZero();
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

  @Test
  void aKilledWriterLosesNothingItHasAcknowledged() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < 20; kill++) {
      Running writer =
          program.start(UpdateLoop.class, store.toString(), "k" + kill, "1000000", "ada");
      int after = random.nextInt(1, 60);
      long spin = random.nextInt(4_000_000);
      for (String out = ""; out.lines().count() < after; out = Files.readString(writer.output())) {
        assertThat(writer.process().isAlive()).as(out).isTrue();
      }
      long end = System.nanoTime() + spin;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      writer.process().destroyForcibly().waitFor();
      acknowledged.addAll(Files.readAllLines(writer.output()));
      assertThat(Files.readString(writer.errors())).isEmpty();
      List<Object> labels = labels("ada");
      assertThat(labels)
          .as("seed %d, kill %d", SEED, kill)
          .doesNotHaveDuplicates()
          .containsSubsequence(new ArrayList<Object>(acknowledged));
      // What was done and not yet acknowledged: one update a kill at most.
      assertThat(labels.size() - acknowledged.size()).isBetween(0, kill + 1);
    }
  }
}
