package dev.profilectl;

import dev.profilectl.scenario.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs {@code dist/profilectl} of a checkout that is built: the real launcher and the real package,
 * without a build of its own.
 */
final class Launched implements Driver {
  private final Path launcher;
  private final Path scratch;

  /** A checkout in a folder around the package that Maven has just made. */
  Launched(Path folder, Path scratch) throws IOException {
    this.launcher = folder.resolve("dist/profilectl");
    this.scratch = scratch;
    for (String name :
        List.of("dist", ".mvn", "src/main", "src/build", "completion", "target/run")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.createFile(folder.resolve("pom.xml"));
    Files.copy(Path.of("dist/profilectl"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
    Path build = Files.createDirectories(folder.resolve("target/run/build"));
    Files.createSymbolicLink(build.resolve("image"), PackagedImage.HOME.getParent());
    Files.createFile(build.resolve("stamp"));
    Files.writeString(
        folder.resolve("target/run/current"),
        "build/image/" + PackagedImage.HOME.getFileName() + "\n");
  }

  @Override
  public Result run(Command command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(launcher.toString()));
    words.addAll(command.words());
    Map<String, String> environment = new TreeMap<>(command.environment());
    return Packaged.start(words, command, environment, scratch);
  }
}
