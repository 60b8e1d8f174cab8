package dev.profilectl.terminal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A real terminal of 100 columns and 30 lines, with a program in it: keys go in, a screen comes
 * out.
 */
public final class Tmux implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path socket;

  private Tmux(Path socket) {
    this.socket = socket;
  }

  /**
   * Starts a program in a new terminal; skips the test where there is no tmux.
   *
   * @param folder where it works
   * @param environment besides that of the tests
   */
  public static Tmux start(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    assumeInstalled("tmux");
    // The name of a socket may have a hundred characters, which folders of tests can be longer
    // than.
    Tmux tmux = new Tmux(Files.createTempDirectory("tmux").resolve("s"));
    List<String> words =
        new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30"));
    words.addAll(List.of("-c", folder.toString(), "--", "env", "-u", "COLUMNS", "-u", "LINES"));
    environment.forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(List.of(command));
    tmux.tell(words.toArray(String[]::new));
    return tmux;
  }

  /** Skips the test, and says why, where a program is not there. */
  public static void assumeInstalled(String program) {
    boolean found =
        List.of(System.getenv("PATH").split(":", -1)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(found, program + " is not installed");
  }

  /** Types text as it is. */
  public void type(String text) throws IOException, InterruptedException {
    tell("send-keys", "-l", "--", text);
  }

  /** Presses keys by tmux's names: {@code Tab}, {@code C-c}, {@code Enter}. */
  public void press(String... keys) throws IOException, InterruptedException {
    for (String key : keys) {
      tell("send-keys", key);
    }
  }

  /** Pastes text as a terminal does: marked as pasted where the program asked for that. */
  public void paste(String text) throws IOException, InterruptedException {
    tell("set-buffer", "--", text);
    tell("paste-buffer", "-p", "-r");
  }

  /** Gives the terminal another size, and tells its program. */
  public void resize(int columns, int rows) throws IOException, InterruptedException {
    tell("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows));
  }

  /** From now on all that the program sends goes to a file as well, as it is. */
  public void copyTo(Path file) throws IOException, InterruptedException {
    tell("pipe-pane", "cat >'" + file + "'");
  }

  /** What tmux knows of the terminal, in its own format. */
  public String tells(String format) throws IOException, InterruptedException {
    return tell("display-message", "-p", format).strip();
  }

  /** Waits until tmux says this of the terminal. */
  public void untilTells(String format, String value) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!tells(format).equals(value)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(format + " never was " + value + ":\n" + screen());
      }
    }
  }

  /** What is on the screen, without blanks at the ends. */
  public String screen() throws IOException, InterruptedException {
    return tell("capture-pane", "-p").lines().map(String::stripTrailing).toList().stream()
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  /** The screen with its colours. */
  public String colored() throws IOException, InterruptedException {
    return tell("capture-pane", "-p", "-e");
  }

  /** The screen, as soon as it is like this. */
  public String until(Predicate<String> like) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String screen = screen();
    while (!like.test(screen)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the screen never was as expected:\n" + screen);
      }
      screen = screen();
    }
    return screen;
  }

  /** The screen, as soon as this stands on it. */
  public String until(String text) throws IOException, InterruptedException {
    return until(screen -> screen.contains(text));
  }

  /** The screen, as soon as its last line is this, whatever blanks follow. */
  public String untilLine(String line) throws IOException, InterruptedException {
    return until(screen -> screen.lines().reduce("", (_, last) -> last).equals(line));
  }

  /** Waits for the program to end. */
  public void untilGone() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (run("has-session").exitValue() == 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the program is still there:\n" + screen());
      }
    }
  }

  /**
   * Presses a key until the program has ended: a key pressed before the program reads keys one by
   * one is not seen as one.
   */
  public void pressUntilGone(String key) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (run("send-keys", key).exitValue() == 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the program is still there:\n" + screen());
      }
    }
  }

  private String tell(String... words) throws IOException, InterruptedException {
    Process tmux = run(words);
    String said = new String(tmux.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (tmux.waitFor() != 0) {
      throw new AssertionError("tmux " + String.join(" ", words) + ": " + said);
    }
    return said;
  }

  private Process run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("TMUX");
    Process process = builder.start();
    process.waitFor(10, TimeUnit.SECONDS);
    return process;
  }

  @Override
  public void close() throws IOException {
    try {
      run("kill-server");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(socket.getParent());
    }
  }
}
