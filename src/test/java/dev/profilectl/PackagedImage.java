package dev.profilectl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Maven made for users: a folder with the program, its caches and a Java of its own. */
final class PackagedImage {
  /** The folder. */
  static final Path HOME = find();

  private PackagedImage() {}

  private static Path find() {
    try (Stream<Path> images = Files.list(Path.of("target/image").toAbsolutePath())) {
      return images
          .filter(image -> Files.exists(image.resolve("lib/rehearse")))
          .findFirst()
          .orElseThrow();
    } catch (IOException notPackaged) {
      throw new UncheckedIOException(notPackaged);
    }
  }

  static Path launcher() {
    return HOME.resolve("bin/profilectl");
  }

  /** Its Java, and what the launcher gives to it for a single command, up to the main class. */
  static List<String> java() {
    Path lib = HOME.resolve("lib");
    return List.of(
        HOME.resolve("runtime/bin/java").toString(),
        options(),
        "-XX:AOTCache=" + lib.resolve("profilectl.aot"),
        "-Dorg.sqlite.lib.path=" + lib,
        "-cp",
        lib.resolve("profilectl.jar").toString());
  }

  /** The options of every start, as one for any Java. */
  static String options() {
    return "@" + HOME.resolve("lib/options");
  }
}
