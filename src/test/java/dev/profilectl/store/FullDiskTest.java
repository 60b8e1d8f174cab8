package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.profilectl.SmallDisk;
import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.People;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.UserRef;
import dev.profilectl.validation.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a disk of one megabyte, as far as the user may mount one. */
class FullDiskTest {
  @TempDir Path folder;
  private SmallDisk disk;
  private Path store;

  @BeforeEach
  void mount() throws IOException {
    disk = SmallDisk.mount(folder.resolve("disk"), "1m");
    store = disk.place().resolve("store.db");
  }

  @AfterEach
  void unmount() throws IOException {
    disk.close();
  }

  private static void update(SqliteDirectory directory, int i) {
    Edit edit =
        new Edit.Update(
            People.id(1),
            People.set(Field.DESC, (i + " ").repeat(200), Field.LABEL, "l" + i),
            null);
    directory.apply(List.of(edit), Stores.ORIGIN);
  }

  @Test
  void aFullDiskRefusesAChangeAndLosesNone() throws IOException {
    Stores.create(store, 1, Field.USERNAME, "ada");
    for (int left = 0; left <= 200_000; left += 40_000) {
      disk.fill(left);
      Profile last = null;
      Failure failure = null;
      int done = 0;
      try (SqliteDirectory directory = Stores.open(store)) {
        while (failure == null) {
          last = directory.find(UserRef.parse("ada")).orElseThrow();
          int next = ++done;
          failure = catchThrowableOfType(Failure.class, () -> update(directory, next));
        }
        assertThat(failure.sentence().key()).isIn("store.full", "store.io");
        assertThat(directory.find(UserRef.parse("ada"))).as("nothing was changed").contains(last);
      } catch (Failure notEvenOpened) {
        assertThat(notEvenOpened.sentence().key())
            .isIn("store.full", "store.io", "store.cannot-open");
      }
      if (failure != null) {
        assertThat(failure.problems()).extracting(Problem::code).containsExactly("400250");
      }
      disk.empty();
      try (SqliteDirectory directory = Stores.open(store)) {
        if (last != null) {
          assertThat(directory.find(UserRef.parse("ada"))).contains(last);
        }
        update(directory, 0);
        assertThat(directory.care().check()).isEmpty();
      }
    }
  }

  @Test
  void aFullDiskHoldsNoNewStore() throws IOException {
    for (int left : List.of(0, 4_096, 16_384, 50_000)) {
      disk.fill(left);
      Failure failure = catchThrowableOfType(Failure.class, () -> Stores.open(store).close());
      if (failure != null) {
        assertThat(failure.sentence().key())
            .as(failure.getMessage())
            .isIn("store.full", "store.no-place", "store.io", "store.cannot-open");
        assertThat(Stores.contents(disk.place()).keySet()).containsExactly("filler");
      }
      disk.empty();
      Files.deleteIfExists(store);
    }
    Stores.create(store, 1, Field.USERNAME, "ada");
  }
}
