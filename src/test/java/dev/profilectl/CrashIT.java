package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.PackagedProgram.Running;
import dev.profilectl.store.SqliteDirectory;
import dev.profilectl.store.StoreSettings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they change a store, copy it or bring it to a newer schema. What
 * they acknowledged is there, what they did not is there whole or not at all, and the store is
 * sound.
 */
@Timeout(7200)
class CrashIT {
  private static final int KILLS = Integer.getInteger("crash.kills", 30);
  private static final long SEED = Long.getLong("crash.seed", 20261120);
  private static final StoreSettings SETTINGS =
      new StoreSettings(Clock.systemUTC(), new Random(1), 4);

  @TempDir Path folder;
  private final Map<String, Integer> struck = new TreeMap<>();
  private final List<String> updates = new ArrayList<>();
  private PackagedProgram program;
  private Path store;
  private String what = "";

  @BeforeEach
  void begin() throws IOException {
    program = new PackagedProgram(folder);
    store = folder.resolve("store.db");
    Files.createFile(folder.resolve("many"));
  }

  /** A check takes the longer the more has happened to a store. */
  private void newStore() throws IOException, InterruptedException, SQLException {
    if (Files.exists(store)) {
      lookBack();
      Files.delete(store);
    }
    assertThat(program.run("user", "create", "ada", "--store", store.toString()).exit()).isZero();
    updates.clear();
  }

  /** Nothing of what was acknowledged since the store was made is missing. */
  private void lookBack() throws IOException, InterruptedException, SQLException {
    assertThat(program.run("store", "check", "--store", store.toString()).exit()).isZero();
    try (StoreFacts facts = new StoreFacts(store)) {
      assertThat(facts.labels("ada")).containsSubsequence(updates);
    }
  }

  @Test
  void whateverIsKilledLeavesASoundStore() throws IOException, InterruptedException, SQLException {
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % 10 == 0) {
        newStore();
      }
      OldStore.make(folder.resolve("old.db"), 1 + random.nextInt(4));
      Running worker =
          program.start(
              Deeds.class,
              folder.toString(),
              "k" + kill,
              String.valueOf(random.nextLong()),
              "600000",
              // what takes least comes most often, so that each is struck now and then
              "update",
              "update",
              "update",
              "upload",
              "upload",
              "import",
              "import",
              "undo",
              "backup",
              "restore",
              "restore",
              "compact",
              "upgrade",
              "upgrade",
              "delete");
      long lines = random.nextInt(1, 16);
      // most deeds are short; runs of many rows take a while
      long spin = random.nextLong(random.nextInt(3) == 0 ? 600_000_000L : 30_000_000L);
      String told = "";
      while (told.lines().count() < lines) {
        assertThat(worker.process().isAlive()).as(Files.readString(worker.errors())).isTrue();
        told = Files.readString(worker.output());
      }
      for (long end = System.nanoTime() + spin; System.nanoTime() < end; ) {
        Thread.onSpinWait();
      }
      worker.process().destroyForcibly().waitFor();
      assertThat(Files.readString(worker.errors())).isEmpty();
      List<String> said = Files.readAllLines(worker.output());
      what = "seed %d, kill %d, behind %s".formatted(SEED, kill, said.getLast());
      check(said);
    }
    lookBack();
    System.out.println("kills " + KILLS + ", seed " + SEED + ", struck at " + struck);
  }

  private void check(List<String> said) throws IOException, SQLException {
    try (StoreFacts facts = new StoreFacts(store)) {
      assertThat(facts.halves()).as(what).isZero();
    }
    finishRuns();
    String began = "";
    for (String line : said) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("try")) {
        began = line;
        continue;
      }
      began = "";
      acknowledged(words);
    }
    if (!began.isEmpty()) {
      String[] words = began.split(" ", -1);
      struck.merge(words[1], 1, Integer::sum);
      wholeOrNot(words);
    }
    sound(store);
    cleanUp();
  }

  /** Goes on with what was under way. */
  private void finishRuns() throws SQLException {
    List<String> runs;
    try (StoreFacts facts = new StoreFacts(store)) {
      runs = facts.runsAtWork();
    }
    assertThat(runs).as(what).hasSizeLessThanOrEqualTo(1);
    for (String run : runs) {
      struck.merge("a run at work", 1, Integer::sum);
      Program.Run resumed =
          new Program(folder, false).run("run", "resume", run, "--store", store.toString(), "-y");
      assertThat(resumed.exit()).as(what + resumed.err()).isZero();
    }
  }

  private void acknowledged(String[] words) throws IOException, SQLException {
    String word = words[2];
    try (StoreFacts facts = new StoreFacts(store)) {
      switch (words[1]) {
        case "update" -> {
          updates.add(word);
          assertThat(facts.changedTo(word)).as(what + " " + word).isEqualTo(1);
        }
        case "upload" -> assertThat(facts.pictures(words[3])).as(what + word).isEqualTo(1);
        case "import" ->
            assertThat(facts.changedTo(word)).as(what + word).isEqualTo(facts.rows(words[3]));
        case "undo" -> {
          assertThat(facts.changedTo(word)).as(what + word).isEqualTo(facts.rows(words[3]));
          assertThat(facts.present(word)).as(what + word).isZero();
        }
        case "backup" -> sound(folder.resolve(word));
        case "restore" -> {
          assertThat(facts.changedTo(word)).as(what + word).isZero();
          kept(word);
        }
        case "upgrade" -> upgraded(folder.resolve(word), word, 1);
        case "delete" -> assertThat(facts.users(word)).as(what + word).isZero();
        case "compact" -> {}
        default -> throw new IllegalArgumentException(words[1]);
      }
    }
  }

  private void wholeOrNot(String[] words) throws IOException, SQLException {
    String word = words[2];
    Path file = folder.resolve(word);
    try (StoreFacts facts = new StoreFacts(store)) {
      switch (words[1]) {
        case "update" -> assertThat(facts.changedTo(word)).as(what).isBetween(0L, 1L);
        case "import", "undo" -> {
          long rows;
          try (var lines = Files.lines(file)) {
            rows = lines.count() - 1;
          }
          assertThat(facts.changedTo(word)).as(what).isIn(0L, rows);
          assertThat(facts.present(word)).as(what).isIn(0L, rows);
        }
        case "backup" -> {
          if (Files.exists(file)) {
            sound(file);
          }
        }
        case "restore" -> {
          assertThat(facts.changedTo(word)).as(what).isBetween(0L, 1L);
          if (facts.changedTo(word) == 0 || Files.exists(file)) {
            kept(word);
          }
        }
        case "upgrade" -> upgraded(file, word, 0);
        case "upload", "delete", "compact" -> {}
        default -> throw new IllegalArgumentException(words[1]);
      }
    }
  }

  /** What a copy took the place of is in the file of that name. */
  private void kept(String word) throws IOException, SQLException {
    Path file = folder.resolve(word);
    sound(file);
    try (StoreFacts facts = new StoreFacts(file)) {
      assertThat(facts.changedTo(word)).as(what + word).isEqualTo(1);
    }
  }

  /** The file is a store with all of its users, whatever its schema was. */
  private void upgraded(Path file, String word, long least) throws IOException, SQLException {
    sound(file);
    try (StoreFacts facts = new StoreFacts(file)) {
      assertThat(facts.users("u%")).as(what).isEqualTo(OldStore.USERS);
      assertThat(facts.changed("label", word)).as(what).isBetween(least, 1L);
    }
  }

  private void sound(Path file) throws IOException {
    try (SqliteDirectory directory = SqliteDirectory.open(file, SETTINGS)) {
      assertThat(directory.care().check()).as(what).isEmpty();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .as(what)
        .isEqualTo("rw-------");
  }

  /** What a killed process leaves beside the store is nobody's to read, and no store's name. */
  private void cleanUp() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.startsWith(".profilectl-")) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .as(what)
              .isEqualTo("rw-------");
          struck.merge("a file left aside", 1, Integer::sum);
        }
        if (name.matches("k[0-9]+-.*|\\.profilectl-.*|old\\.db")) {
          Files.delete(file);
        }
      }
    }
  }
}
