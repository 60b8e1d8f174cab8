package dev.profilectl;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The program in this JVM, with a home of its own and without input.
 *
 * @param home where it keeps things
 * @param terminal whether its output goes to a terminal of 100 columns without colours
 */
public record Program(Path home, boolean terminal) {
  private static final Map<String, String> SURROUNDINGS =
      Map.of("COLUMNS", "100", "NO_COLOR", "1", "USER", "sam", "PROFILECTL_BCRYPT_COST", "4");

  /**
   * What came of a command line.
   *
   * @param exit its exit code
   * @param out standard output
   * @param err standard error
   */
  public record Run(int exit, String out, String err) {}

  /**
   * What a person sees of a command line.
   *
   * @param exit its exit code
   * @param text both streams, in the order in which they were written
   */
  public record Screen(int exit, String text) {}

  /** Runs a command line. */
  public Run run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = new CommandRunner(workspace(out, err)).run(words);
    return new Run(exit, text(out), text(err));
  }

  /** Runs a command line whose standard output goes elsewhere; that of the result is empty. */
  public Run run(OutputStream out, String... words) {
    var err = new ByteArrayOutputStream();
    int exit = new CommandRunner(workspace(out, err)).run(words);
    return new Run(exit, "", text(err));
  }

  /** Runs a command line where somebody could press keys; what asks for any is on its own. */
  public Run attended(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Streams all = new Streams(true, true, true);
    int exit = new CommandRunner(workspace(out, err, all)).run(words);
    return new Run(exit, text(out), text(err));
  }

  /** Runs a command line in front of a person. */
  public Screen seen(String... words) {
    var screen = new ByteArrayOutputStream();
    int exit = new CommandRunner(workspace(screen, screen)).run(words);
    return new Screen(exit, text(screen));
  }

  /** What commands get to see. */
  public Workspace workspace() {
    return workspace(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  private Workspace workspace(OutputStream out, OutputStream err) {
    return workspace(out, err, new Streams(false, terminal, terminal));
  }

  private Workspace workspace(OutputStream out, OutputStream err, Streams terminals) {
    var environment = new HashMap<>(SURROUNDINGS);
    environment.put("HOME", home.toString());
    if (terminals.in()) {
      environment.put("TERM", "xterm");
    }
    return new Application(
        new Channels(
            InputStream.nullInputStream(),
            out,
            new PrintWriter(err, true, StandardCharsets.UTF_8),
            terminals),
        environment,
        Path.of("").toAbsolutePath());
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
