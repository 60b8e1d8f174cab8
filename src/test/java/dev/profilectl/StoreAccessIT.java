package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.profilectl.PackagedProgram.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that somebody may not read or write: one sentence, and nothing is touched. */
class StoreAccessIT {
  @TempDir Path folder;
  private PackagedProgram somebody;
  private Path place;
  private Path store;

  /** Root may do anything, so another user tries; anybody else tries alone. */
  @BeforeEach
  void makeStore() throws IOException, InterruptedException {
    PackagedProgram program = new PackagedProgram(folder);
    place = Files.createDirectory(folder.resolve("place"));
    store = place.resolve("store.db");
    assertThat(program.run("user", "create", "ada", "--store", store.toString()).exit()).isZero();
    boolean root = Files.getOwner(folder).getName().equals("root");
    somebody = root ? program.asNobody() : program;
    if (root) {
      for (Path path : List.of(folder, place, store)) {
        Files.setOwner(
            path,
            folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("65534"));
      }
      assumeTrue(somebody.run("version").exit() == 0, "another user can start the program");
    }
  }

  @AfterEach
  void openAgain() throws IOException {
    mode(place, "rwx------");
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private Outcome update() throws IOException, InterruptedException {
    return somebody.run("user", "update", "ada", "--store", store.toString(), "--city", "x");
  }

  private Outcome get() throws IOException, InterruptedException {
    return somebody.run("user", "get", "ada", "--store", store.toString(), "-o", "json");
  }

  private void assertRefused(Outcome outcome, String reason) {
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains(reason)
        .contains(store.toString())
        .doesNotContain("Exception");
    assertThat(outcome.err().lines()).hasSizeBetween(1, 2);
    assertThat(outcome.exit()).isEqualTo(1);
  }

  @Test
  void aReadOnlyFileIsReadAndNotWritten() throws IOException, InterruptedException {
    mode(store, "r--------");
    byte[] before = Files.readAllBytes(store);
    assertRefused(update(), "read-only");
    Outcome read = get();
    assertThat(read.err()).isEmpty();
    assertThat(read.out()).contains("\"ada\"");
    assertThat(Files.readAllBytes(store)).isEqualTo(before);
  }

  @Test
  void aFileThatMayBeWrittenAgainIsWritten() throws IOException, InterruptedException {
    mode(store, "r--------");
    assertThat(get().exit()).isZero();
    mode(store, "rw-------");
    assertThat(update().exit()).isZero();
  }

  @Test
  void aReadOnlyFolderIsReadAndNotWritten() throws IOException, InterruptedException {
    mode(store, "r--------");
    mode(place, "r-x------");
    byte[] before = Files.readAllBytes(store);
    assertRefused(update(), "read-only");
    Outcome read = get();
    assertThat(read.err()).isEmpty();
    assertThat(read.out()).contains("\"ada\"");
    assertThat(Files.readAllBytes(store)).isEqualTo(before);
  }

  @Test
  void aWritableFileInAReadOnlyFolderIsNotDamaged() throws IOException, InterruptedException {
    mode(place, "r-x------");
    byte[] before = Files.readAllBytes(store);
    Outcome read = get();
    assertThat(read.err()).doesNotContain("Exception");
    Outcome write = update();
    assertThat(write.err()).doesNotContain("Exception");
    assertThat(write.exit()).isEqualTo(1);
    assertThat(Files.readAllBytes(store)).isEqualTo(before);
    assertThat(read.exit()).isZero();
  }

  @Test
  void anUnreadableFileIsRefused() throws IOException, InterruptedException {
    mode(store, "---------");
    assertRefused(get(), "no permission");
    assertRefused(update(), "no permission");
    mode(store, "rw-------");
    assertThat(get().exit()).isZero();
  }

  @Test
  void aFolderThatMayNotBeEnteredIsRefused() throws IOException, InterruptedException {
    mode(place, "---------");
    Outcome write = update();
    assertThat(write.exit()).isEqualTo(1);
    assertRefused(write, "no permission");
    Outcome made =
        somebody.run(
            "user", "create", "bob", "--store", place.resolve("deep/er/store.db").toString());
    assertThat(made.exit()).isEqualTo(1);
    assertThat(made.err()).contains("no permission");
  }

  @Test
  void withoutAHomeAStoreMustBeNamed() throws IOException, InterruptedException {
    PackagedProgram homeless = new PackagedProgram(folder, List.of("env", "-u", "HOME"));
    Outcome outcome = homeless.run("user", "create", "bob");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("--store");
    assertThat(homeless.run("user", "get", "ada", "--store", store.toString()).exit()).isZero();
    assertThat(folder.resolve(".local")).doesNotExist();
  }
}
