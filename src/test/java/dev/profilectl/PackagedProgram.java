package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as a process of its own. */
record PackagedProgram(Path scratch, List<String> before) {
  private static final Path JAR = Path.of("target/profilectl.jar").toAbsolutePath();

  /** Of the JDK that runs the test. */
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  record Outcome(int exit, String out, String err) {}

  /** A process, and the files it writes to: nobody who watches it need read for it to go on. */
  record Running(Process process, Path output, Path errors) {
    /** What it wrote, when it has ended. */
    Outcome finish() throws IOException, InterruptedException {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
      return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
    }
  }

  PackagedProgram(Path scratch) {
    this(scratch, List.of());
  }

  /** The same as another user, who has no group; for root only. */
  PackagedProgram asNobody() {
    return new PackagedProgram(
        scratch, List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
  }

  /** One command to its end. */
  Outcome run(String... words) throws IOException, InterruptedException {
    return startJar(words).finish();
  }

  /** A main class among the tests, with the program's own classes. */
  Running start(Class<?> main, String... words) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                JAVA,
                PackagedImage.options(),
                "-cp",
                Path.of("target/test-classes").toAbsolutePath() + File.pathSeparator + JAR,
                main.getName()));
    all.addAll(List.of(words));
    return start(all);
  }

  /** One command that is running. */
  Running startJar(String... words) throws IOException {
    List<String> all = new ArrayList<>(PackagedImage.java());
    all.add("dev.profilectl.Main");
    all.addAll(List.of(words));
    return start(all);
  }

  private Running start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("XDG_") || name.startsWith("PROFILECTL_"));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.equals("JAVA_TOOL_OPTIONS") || name.startsWith("LC_"));
    builder.environment().put("HOME", scratch.toString());
    builder.environment().put("LANG", "C.UTF-8");
    Path errors = Files.createTempFile(scratch, "err", ".txt");
    builder.redirectError(errors.toFile());
    Path output = Files.createTempFile(scratch, "out", ".txt");
    builder.redirectOutput(output.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    return new Running(process, output, errors);
  }
}
