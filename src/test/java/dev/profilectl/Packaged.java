package dev.profilectl;

import dev.profilectl.scenario.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the packaged program, with the options that {@code dist/profilectl} gives to Java. */
final class Packaged implements Driver {
  private static final List<String> OPTIONS =
      List.of(
          "-Xshare:auto",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx256m",
          "-XX:-UsePerfData",
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
    var environment = command.environment();
    String locale = environment.getOrDefault("LC_ALL", environment.getOrDefault("LANG", "C.UTF-8"));
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    words.addAll(OPTIONS);
    words.add("-Dprofilectl.tty=" + (command.terminal() ? "12" : ""));
    words.add("-Dprofilectl.locale=" + locale);
    words.addAll(List.of("-jar", jar.toString()));
    words.addAll(command.words());
    return start(words, command);
  }

  private Result start(List<String> words, Command command)
      throws IOException, InterruptedException {
    Path out = scratch.resolve("stdout");
    Path err = scratch.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(command.folder().toFile())
            .redirectInput(command.stdin().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    builder.environment().put("PATH", System.getenv("PATH"));
    // for the JVM, which takes words and file names by it; the program has the property
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end: " + command.words());
    }
    return Result.of(process.exitValue(), Files.readAllBytes(out), Files.readAllBytes(err));
  }
}
