package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.profilectl.Program.Run;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that are full: one sentence, nothing lost, and on it goes when there is room. */
@Timeout(600)
class NoRoomTest {
  private static final int ROWS = 3_000;
  private static final Path PHOTO = Path.of("src/test/resources/images/photo.jpg").toAbsolutePath();

  /** Steps between nothing left and room enough; more of them in the soak. */
  private static final int STEPS = Integer.getInteger("disk.steps", 4);

  @TempDir Path folder;
  private Program program;
  private Path rows;

  @BeforeEach
  void prepare() throws IOException {
    program = new Program(folder, false);
    StringBuilder csv = new StringBuilder("username,city,desc\n");
    for (int i = 1; i <= ROWS; i++) {
      csv.append("user").append(i).append(",Oslo,").append("text ".repeat(20)).append(i);
      csv.append('\n');
    }
    rows = Files.writeString(folder.resolve("rows.csv"), csv);
  }

  private static Run works(Run outcome) {
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return outcome;
  }

  /** It says what is wrong in a sentence or two, and ends with the code for a failing disk. */
  private static void refused(Run outcome) {
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(1);
    assertThat(outcome.err())
        .containsPattern(
            "no space is left|cannot be written|the disk failed|cannot be opened|cannot be made"
                + "|could not be made smaller|No space left|File too large")
        .doesNotContain("Exception", "bug", "\tat ");
    assertThat(outcome.err().lines().filter(line -> line.matches("profilectl: .*|\\{\"error\".*")))
        .hasSize(1);
  }

  /** A store with a user and a picture, on a disk that is then nearly full. */
  private Path store(Path place) throws IOException {
    Path store = place.resolve("store.db");
    works(program.run("user", "create", "ada", "--store", store.toString()));
    works(program.run("avatar", "upload", "ada", PHOTO.toString(), "--store", store.toString()));
    return store;
  }

  private String[] words(String line, SmallDisk disk) {
    return Stream.of(line.split(" ", -1))
        .map(
            word ->
                word.replace("{long}", "long ".repeat(199))
                    .replace("{rows}", rows.toString())
                    .replace("{other}", "src/test/resources/images/private.jpg")
                    .replace("{disk}", disk.place().toString())
                    .replace("{folder}", folder.toString()))
        .toArray(String[]::new);
  }

  private String facts(Path store) throws IOException {
    works(program.run("store", "check", "--store", store.toString()));
    return works(program.run("user", "export", "-o", "ndjson", "--store", store.toString())).out();
  }

  private static List<String> names(Path place) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }

  /**
   * Runs a command with less and less space left; what it refuses changed nothing, and with room it
   * works.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "user update ada --set label=new --set desc={long}",
        "user create eve --set desc={long}",
        "user import {rows} --mode upsert --atomic",
        "avatar upload ada {other}",
        "store backup {disk}/copy.db",
        "store restore {folder}/backup.db --yes --keep-as {disk}/kept.db",
        "user delete ada --purge --yes",
        "store compact --drop-originals",
        "seed apply --count 500 --tag t",
        "token issue ada -q"
      })
  void whatFindsNoRoomChangesNothing(String line) throws IOException {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "12m")) {
      Path store = store(disk.place());
      Path backup = folder.resolve("backup.db");
      if (line.contains("restore")) {
        works(program.run("user", "create", "bob", "--store", store.toString()));
        works(program.run("store", "backup", backup.toString(), "--store", store.toString()));
      }
      String[] words = words(line + " --store " + store, disk);
      String before = facts(store);
      int refusals = 0;
      for (int step = 0; step < STEPS; step++) {
        disk.fill(step * 24_000L);
        Run outcome = program.run(words);
        disk.empty();
        if (outcome.exit() == 0) {
          works(program.run("store", "check", "--store", store.toString()));
          assertThat(refusals).as("it was refused with nothing left").isPositive();
          return;
        }
        refusals++;
        refused(outcome);
        if (outcome.err().contains("the user is gone")) {
          return;
        }
        assertThat(facts(store)).as("left %d: %s", step * 24_000, outcome.err()).isEqualTo(before);
        assertThat(names(disk.place())).as(outcome.err()).containsExactly("store.db");
      }
      works(program.run(words));
      works(program.run("store", "check", "--store", store.toString()));
    }
  }

  /**
   * An import in several transactions stops where the disk is full, and goes on when there is room.
   */
  @Test
  void anImportGoesOnWhenThereIsRoom() throws IOException, SQLException {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "32m")) {
      Path store = store(disk.place());
      for (int left = 500_000; left < 8_000_000; left += 1_500_000) {
        disk.fill(left);
        Run outcome =
            program.run(
                "user",
                "import",
                rows.toString(),
                "--mode",
                "upsert",
                "--set",
                "city=C" + left,
                "--store",
                store.toString());
        disk.empty();
        works(program.run("store", "check", "--store", store.toString()));
        if (outcome.exit() == 0) {
          continue;
        }
        refused(outcome);
        String[] run =
            works(
                    program.run(
                        "run",
                        "list",
                        "--limit",
                        "1",
                        "--fields",
                        "run,state",
                        "--no-headers",
                        "-otsv",
                        "--store",
                        store.toString()))
                .out()
                .strip()
                .split("\t", -1);
        if (run.length == 2 && run[1].equals("running")) {
          works(program.run("run", "resume", run[0], "--store", store.toString()));
        } else {
          works(
              program.run(
                  "user",
                  "import",
                  rows.toString(),
                  "--mode",
                  "upsert",
                  "--set",
                  "city=C" + left,
                  "--store",
                  store.toString()));
        }
        try (StoreFacts facts = new StoreFacts(store)) {
          assertThat(facts.changed("city", "C" + left)).isEqualTo(ROWS);
        }
      }
    }
  }

  /** What is written beside the store, each to a disk without room; the store itself has room. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "user import {rows} --report {disk}/report.ndjson",
        "user import {rows} --report {disk}/report.csv",
        "user import {rows} --report {disk}/report.xml",
        "user import {rows} --rejects {disk}/rejects.csv",
        "user import {rows} --plan {disk}/plan.ndjson --dry-run",
        "user export --avatars {disk}/pictures",
        "avatar show ada --out {disk}/ada.jpg",
        "avatar sheet --out {disk}/sheet.html",
        "store backup {disk}/copy.db",
        "target add live --system weidu --url http://localhost:1",
        "doctor --bundle {disk}/bundle.txt"
      })
  void aFileBesideTheStoreFindsNoRoom(String line) throws IOException {
    Path store = store(folder);
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "1m")) {
      String before = facts(store);
      Program there = new Program(disk.place(), false);
      disk.fill(0);
      List<String> all = new ArrayList<>(List.of(words(line, disk)));
      if (!line.startsWith("target") && !line.startsWith("doctor")) {
        all.addAll(List.of("--store", store.toString()));
      }
      Run outcome = there.run(all.toArray(String[]::new));
      assertThat(outcome.exit()).as(outcome.err() + outcome.out()).isBetween(1, 3);
      assertThat(outcome.err())
          .containsPattern("cannot be written|no space is left")
          .doesNotContain("Exception", "bug", "\tat ");
      disk.empty();
      for (String name : names(disk.place())) {
        Path left = disk.place().resolve(name);
        assertThat(Files.isDirectory(left) ? 0 : Files.size(left)).as(name).isZero();
      }
      assertThat(facts(store)).isEqualTo(before);
    }
  }

  /** Standard output may be a file on a full disk. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "user list",
        "user list -o json",
        "user export",
        "user export -o yaml",
        "user import --template csv",
        "avatar show ada --out -",
        "code list",
        "completion bash",
        "help fields",
        "store info"
      })
  void standardOutputFindsNoRoom(String line) throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    works(program.run("user", "create", "ada"));
    works(program.run("avatar", "upload", "ada", PHOTO.toString()));
    try (OutputStream out = new FileOutputStream(full.toFile())) {
      refused(program.run(out, line.split(" ", -1)));
    }
  }
}
