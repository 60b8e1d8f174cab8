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

/** Runs the packaged program, with the options that {@code dist/profilectl} gives to Java. */
final class Packaged implements Driver {
  /** For Java. What the JVM itself has to say would go to stdout, among the results. */
  static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xms16m",
          "-Xmx236m",
          "-XX:MaxNewSize=48m",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8");

  private final Path jar;
  private final Path scratch;

  /** A program, and a folder for what it writes. */
  Packaged(Path jar, Path scratch) {
    this.jar = jar.toAbsolutePath();
    this.scratch = scratch;
  }

  @Override
  public Result run(Command command) throws IOException, InterruptedException {
    Map<String, String> environment = new TreeMap<>(command.environment());
    String language = environment.getOrDefault("LANG", "C.UTF-8");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    words.addAll(OPTIONS);
    words.addAll(Rehearsed.options());
    words.add("-Dprofilectl.tty=" + (command.terminal() ? "12" : ""));
    words.add("-Dprofilectl.locale=" + environment.getOrDefault("LC_ALL", language));
    words.addAll(List.of("-jar", jar.toString()));
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
