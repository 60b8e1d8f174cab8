package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.image.Bombs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bombs for the packaged program, with the memory that it has at users': none goes off. */
class HostilePicturesIT {
  /** Those that take the most, of each kind; {@code -Dattack.all=true} takes all. */
  private static final List<String> WORST =
      List.of(
          "png 7000 x 7000, 16 bits",
          "png of a million chunks",
          "gif of a million frames",
          "webp of a hundred thousand frames",
          "tiff of tiles",
          "jpeg of thousands of scans");

  @TempDir Path folder;

  @Test
  void noneFillsTheMemory() throws IOException, InterruptedException {
    PackagedProgram program = new PackagedProgram(folder);
    assertThat(program.run("user", "create", "ada").exit()).isZero();
    for (Map.Entry<String, Supplier<byte[]>> bomb : Bombs.all().entrySet()) {
      if (!Boolean.getBoolean("attack.all") && !WORST.contains(bomb.getKey())) {
        continue;
      }
      Path file = Files.write(folder.resolve("bomb"), bomb.getValue().get());
      PackagedProgram.Outcome outcome = program.run("avatar", "upload", "ada", file.toString());
      assertThat(outcome.exit()).as("%s: %s", bomb.getKey(), outcome.err()).isIn(0, 7);
    }
  }

  /** A program that writes for ever is read to the limit, and no further. */
  @Test
  void aStreamWithoutEndIsCutOff() throws IOException, InterruptedException {
    assertThat(new PackagedProgram(folder).run("user", "create", "ada").exit()).isZero();
    PackagedProgram.Outcome outcome =
        new PackagedProgram(folder).run("avatar", "upload", "ada", "/dev/zero");
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(7);
    assertThat(outcome.err()).contains("image-too-large");
  }
}
