package dev.profilectl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What {@code dist/profilectl} writes down when it builds, made once for all tests that start the
 * packaged program: it starts as it does at its users', in half the time.
 */
final class Rehearsed {
  private static final List<String> OPTIONS = make();

  private Rehearsed() {}

  /** For Java, together with {@link Packaged#OPTIONS}. */
  static List<String> options() {
    return OPTIONS;
  }

  private static List<String> make() {
    Path folder = Path.of("target/rehearsed").toAbsolutePath();
    Path cache = folder.resolve("app.aot");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    words.addAll(Packaged.OPTIONS);
    words.add("-XX:AOTCacheOutput=" + cache);
    words.addAll(List.of("-cp", Path.of("target/profilectl.jar").toAbsolutePath().toString()));
    words.addAll(List.of("dev.profilectl.Rehearsal", folder.toString()));
    words.add("src/test/resources/images/photo.jpg");
    try {
      if (Files.exists(folder)) {
        // of another run, and perhaps of another jar
        try (Stream<Path> old = Files.walk(folder)) {
          for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
          }
        }
      }
      Files.createDirectories(folder);
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(Files.readString(folder.resolve("log")));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
    return List.of("-XX:AOTCache=" + cache, "-Dorg.sqlite.lib.path=" + folder.resolve("native"));
  }
}
