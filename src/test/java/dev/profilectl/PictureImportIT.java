package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.PackagedProgram.Outcome;
import dev.profilectl.PackagedProgram.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import of pictures that is killed, gone on with, and taken back. */
class PictureImportIT {
  private static final Path PHOTO = Path.of("src/test/resources/images/photo.jpg");
  private static final int COUNT = 80;

  @TempDir Path folder;
  private final List<String> names = new ArrayList<>();

  @BeforeEach
  void makeUsersAndPhotos() throws IOException, InterruptedException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    for (int i = 0; i < COUNT; i++) {
      String name = String.format(Locale.ROOT, "u%03d", i);
      names.add(name);
      Files.copy(PHOTO, photos.resolve(name + ".jpg"));
    }
    List<String> words = new ArrayList<>(List.of("user", "create"));
    words.addAll(names);
    run(words.toArray(String[]::new));
  }

  private Outcome run(String... words) throws IOException, InterruptedException {
    Outcome outcome = new PackagedProgram(folder).run(words);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return outcome;
  }

  private long pictured() throws IOException, InterruptedException {
    return run("user", "list", "--where", "avatar_url!=null", "-o", "id").out().lines().count();
  }

  @Test
  void nothingIsLostOrDoneTwice() throws IOException, InterruptedException {
    Running killed =
        new PackagedProgram(folder)
            .startJar("avatar", "import", folder.resolve("photos").toString(), "-q");
    long done = 0;
    while (done == 0 && killed.process().isAlive()) {
      done = pictured();
    }
    killed.process().destroyForcibly().waitFor();
    String run = run("run", "list", "--limit", "1", "-o", "id").out().strip();
    run("run", "resume", run, "-q");
    assertThat(pictured()).isEqualTo(COUNT);
    for (String name : List.of(names.getFirst(), names.get(COUNT / 2), names.getLast())) {
      assertThat(run("user", "history", name, "-o", "ndjson").out().lines()).hasSize(2);
    }
    run("run", "undo", run, "-q");
    assertThat(pictured()).isZero();
    run("store", "check");
  }
}
