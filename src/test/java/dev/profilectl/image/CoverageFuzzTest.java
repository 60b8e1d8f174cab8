package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Jazzer makes files out of those under {@code src/test/resources/images}, led by the branches that
 * each takes in our decoders, in TwelveMonkeys and in those of the JDK: see {@link PictureFuzz}. A
 * file that takes more memory than 300 MiB of heap, or longer than {@code -Djazzer.timeout}
 * seconds, is a finding too. {@code -Djazzer.seconds} is the time it has, {@code -Djazzer.seed} its
 * seed, {@code -Djazzer.file} a single file to be tried again.
 */
class CoverageFuzzTest {
  private static final Path FOLDER = Path.of("target/jazzer");
  private static final Path LOG = FOLDER.resolve("log");
  private static final Path FINDINGS = FOLDER.resolve("findings");
  private static final int SECONDS = Integer.getInteger("jazzer.seconds", 20);

  /** Generous: code that is watched is several times slower, and machines have much else to do. */
  private static final int TIMEOUT = Integer.getInteger("jazzer.timeout", 25);

  /** How Jazzer ends where a file takes too long. */
  private static final int TIMED_OUT = 70;

  /** Files up to this are told as text. */
  private static final int TOLD = 8192;

  private static final int SEED = Integer.getInteger("jazzer.seed", 20_261_120);

  /** Some thousand branches were seen when the seeds had been read. */
  private static final Pattern COVERED = Pattern.compile("INITED cov: \\d{4,}");

  @Test
  void findsNothing() throws IOException, InterruptedException {
    Path corpus = FOLDER.resolve("corpus");
    Files.createDirectories(FINDINGS);
    empty(Files.createDirectories(corpus));
    String file = System.getProperty("jazzer.file");
    if (file == null) {
      empty(FINDINGS);
    }

    int exit =
        file == null
            ? fuzzFor(SECONDS, List.of(corpus.toString(), "src/test/resources/images"))
            : fuzz(SECONDS, List.of(file));

    String log = Files.readString(LOG);
    assertThat(exit).as("%s", exit == 0 ? "" : told(log)).isZero();
    if (file == null) {
      // Else it went through none of our code, or was not led by it.
      for (ImageFormat format : ImageFormat.values()) {
        assertThat(log).contains("Instrumented " + Decoders.of(format).getClass().getName() + " ");
      }
      assertThat(log).contains("Instrumented com.twelvemonkeys.").containsPattern(COVERED);
    }
  }

  /** A file that takes too long is tried again alone: a machine that stood still is no finding. */
  private static int fuzzFor(int seconds, List<String> inputs)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int exit = fuzz(seconds, inputs);
    while (exit == TIMED_OUT) {
      exit = fuzz(seconds, in(FINDINGS).stream().map(Path::toString).toList());
      if (exit != 0) {
        return exit;
      }
      empty(FINDINGS);
      long left = TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime());
      exit = fuzz((int) Math.max(10, left), inputs);
    }
    return exit;
  }

  private static int fuzz(int seconds, List<String> inputs)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + PictureFuzz.class.getName(),
                "--instrumentation_includes=dev.profilectl.image.**:com.twelvemonkeys.**"
                    + ":com.sun.imageio.**:javax.imageio.**",
                // Does the same with every pixel whatever the file is, only slower when watched.
                "--instrumentation_excludes=dev.profilectl.image.Resampler"
                    + ":dev.profilectl.image.Passes",
                "--reproducer_path=" + FINDINGS));
    command.addAll(inputs);
    command.addAll(
        List.of(
            "-artifact_prefix=" + FINDINGS + "/",
            "-max_total_time=" + seconds,
            "-seed=" + SEED,
            "-timeout=" + TIMEOUT,
            // Of the process with all that Jazzer keeps: for what decoders take besides the heap.
            "-rss_limit_mb=1000",
            "-print_final_stats=1"));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    try {
      assertThat(process.waitFor(seconds + 300L, TimeUnit.SECONDS)).as("it ends").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** What happened, and how to see it again, also where this folder is gone. */
  private static String told(String log) throws IOException {
    int at = log.indexOf("\n==");
    StringBuilder told = new StringBuilder(log.substring(at < 0 ? 0 : at));
    for (Path finding : in(FINDINGS)) {
      if (finding.toString().endsWith(".java")) {
        continue;
      }
      byte[] bytes = Files.readAllBytes(finding);
      if (bytes.length <= TOLD) {
        told.append("\nbase64 -d >file <<<").append(Base64.getEncoder().encodeToString(bytes));
      }
      told.append("\nmvn test -Dtest=CoverageFuzzTest -Djazzer.file=").append(finding);
    }
    return told.toString();
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void empty(Path folder) throws IOException {
    for (Path file : in(folder)) {
      Files.delete(file);
    }
  }
}
