package dev.profilectl;

import dev.profilectl.scenario.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs the packaged program as its launcher does, but for what the launcher finds out. */
final class Packaged implements Driver {
  private final Path scratch;

  /** With a folder for what it writes. */
  Packaged(Path scratch) {
    this.scratch = scratch;
  }

  @Override
  public Result run(Command command) throws IOException, InterruptedException {
    Map<String, String> environment = new TreeMap<>(command.environment());
    String language = environment.getOrDefault("LANG", "C.UTF-8");
    List<String> words = new ArrayList<>();
    words.addAll(PackagedImage.java());
    words.add("-Dprofilectl.tty=" + (command.terminal() ? "12" : ""));
    words.add("-Dprofilectl.locale=" + environment.getOrDefault("LC_ALL", language));
    words.add("dev.profilectl.Main");
    words.addAll(command.words());
    // for the JVM, which takes words and file names by it; the program has the property
    environment.put("LC_ALL", "C.UTF-8");
    return start(words, command, environment, scratch);
  }

  /** Runs words to their end, with the folder and the input of a command. */
  static Result start(
      List<String> words, Command command, Map<String, String> environment, Path scratch)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "stdout", "");
    Path err = Files.createTempFile(scratch, "stderr", "");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(command.folder().toFile())
            .redirectInput(command.stdin().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PATH", System.getenv("PATH"));
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end: " + command.words());
    }
    return Result.of(process.exitValue(), Files.readAllBytes(out), Files.readAllBytes(err));
  }
}
