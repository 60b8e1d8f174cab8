package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.image.Bombs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
          "webp of 20 megapixels",
          "webp with as much transparency",
          "webp of sets of codes",
          "tiff of tiles",
          "jpeg of thousands of scans");

  @TempDir Path folder;

  /** Of the whole process, not the heap alone. */
  private static final long MAX_BYTES = 300L << 20;

  /** Of the processors: what else the machine has to do does not count, how fast it is does. */
  private static final Duration MAX_TIME =
      Duration.ofSeconds(Integer.getInteger("bomb.seconds", 15));

  @Test
  void noneFillsTheMemoryOrTakesForEver() throws IOException, InterruptedException {
    PackagedProgram program = new PackagedProgram(folder);
    assertThat(program.run("user", "create", "ada").exit()).isZero();
    for (Map.Entry<String, Supplier<byte[]>> bomb : Bombs.all().entrySet()) {
      if (!Boolean.getBoolean("attack.all") && !WORST.contains(bomb.getKey())) {
        continue;
      }
      Path file = Files.write(folder.resolve("bomb"), bomb.getValue().get());
      PackagedProgram.Running running =
          program.startJar("avatar", "upload", "ada", file.toString());
      Taken taken = Taken.by(running.process());
      PackagedProgram.Outcome outcome = running.finish();
      assertThat(outcome.exit()).as("%s: %s", bomb.getKey(), outcome.err()).isIn(0, 7);
      assertThat(taken.bytes()).as(bomb.getKey()).isLessThan(MAX_BYTES);
      assertThat(taken.time()).as(bomb.getKey()).isLessThan(MAX_TIME);
      System.out.println(
          "%s: exit %d, %d MiB, %d ms"
              .formatted(
                  bomb.getKey(), outcome.exit(), taken.bytes() >> 20, taken.time().toMillis()));
    }
  }

  /** The most memory that a process had at once, 0 where the system does not tell, and its time. */
  private record Taken(long bytes, Duration time) {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /** Watches a process to its end: afterwards nobody knows. */
    static Taken by(Process process) throws InterruptedException {
      Path status = Path.of("/proc/" + process.pid() + "/status");
      Taken taken = new Taken(0, Duration.ZERO);
      while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
        Duration time = process.info().totalCpuDuration().orElse(taken.time);
        taken = new Taken(Math.max(taken.bytes, peak(status)), time);
        if (time.compareTo(MAX_TIME) > 0) {
          process.destroyForcibly();
        }
      }
      return taken;
    }

    private static long peak(Path status) {
      try {
        Matcher peak = PEAK.matcher(Files.readString(status));
        return peak.find() ? Long.parseLong(peak.group(1)) << 10 : 0;
      } catch (IOException ended) {
        return 0;
      }
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
