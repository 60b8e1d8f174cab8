package dev.profilectl.cli.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program;
import dev.profilectl.terminal.Tmux;
import dev.profilectl.terminal.TypedProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The review in a real terminal, with a shell around it that must be usable afterwards. */
@Timeout(180)
class RealReviewTest {
  private static final String KEYS = "a accept";

  @TempDir private Path home;

  @BeforeEach
  void people() throws Exception {
    Path images = Path.of("src/test/resources/images");
    Files.copy(images.resolve("photo.jpg"), home.resolve("photo.jpg"));
    Files.copy(images.resolve("disc.png"), home.resolve("disc.png"));
    run("user", "create", "ada", "--nickname", "Ada Lovelace");
    run("user", "create", "bob");
    run("user", "create", "cy");
    run("avatar", "upload", "ada", home.resolve("photo.jpg").toString());
    run("avatar", "upload", "bob", home.resolve("disc.png").toString());
  }

  private String run(String... words) {
    Program.Run run = new Program(home, false).run(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out();
  }

  /** A shell that tells the settings of its terminal, and the exit code of what ran. */
  private Tmux terminal(int columns, int rows) throws Exception {
    Map<String, String> environment = new HashMap<>(TypedProgram.in(home).environment());
    environment.keySet().removeIf(name -> name.startsWith("XDG_"));
    environment.put("PS1", "$ ");
    Tmux terminal = Tmux.start(home, environment, "sh");
    terminal.resize(columns, rows);
    enter(terminal, "stty -a > before");
    enter(terminal, "echo here we are");
    terminal.until("here we are\n");
    return terminal;
  }

  private static void enter(Tmux terminal, String line) throws Exception {
    terminal.type(line);
    terminal.press("Enter");
  }

  private Tmux review(int columns, int rows, String words) throws Exception {
    Tmux terminal = terminal(columns, rows);
    enter(terminal, "profilectl avatar review " + words + "; echo exit=$?");
    terminal.until(screen -> screen.contains(KEYS) && screen.contains("jpeg 512"));
    return terminal;
  }

  /** The screen of before, its cursor, its settings, and keys that are shown. */
  private void checkWhole(Tmux terminal) throws Exception {
    terminal.until(screen -> screen.matches("(?s).*here we are.*exit=[0-9].*"));
    assertThat(terminal.tells("#{alternate_on} #{cursor_flag} #{wrap_flag}")).isEqualTo("0 1 1");
    enter(terminal, "stty -a > after; echo done");
    terminal.until(
        screen -> screen.lines().anyMatch(line -> line.equals("done") || line.equals("$ done")));
    assertThat(Files.readString(home.resolve("after")))
        .isEqualTo(Files.readString(home.resolve("before")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"80x24", "120x40"})
  void aPictureIsCroppedRotatedAndTakenBack(String size) throws Exception {
    int by = size.indexOf('x');
    int columns = Integer.parseInt(size.substring(0, by));
    int rows = Integer.parseInt(size.substring(by + 1));
    String before = run("avatar", "show", "ada", "--fields", "url,sha256", "--no-headers");
    try (Tmux terminal = review(columns, rows, "--reason 'photo day'")) {
      String screen = terminal.until(text -> text.contains("▀") && text.contains("Ada Lovelace"));
      assertThat(screen.lines().count()).isEqualTo(rows);
      assertThat(screen.lines()).allMatch(line -> line.length() <= columns);
      terminal.type("c");
      terminal.until("part ");
      terminal.press("Left");
      terminal.type("-");
      terminal.press("Enter");
      terminal.until("* from the original, cropped");
      terminal.type("r");
      terminal.until("turned by 90°");
      terminal.type("a");
      terminal.until(text -> text.contains("bob") && text.contains("accepted 1"));
      terminal.type("s");
      terminal.until("That was the last one.");
      terminal.type("q");
      terminal.until(text -> text.contains("exit=0") && text.contains("profilectl run undo"));
      assertThat(terminal.screen())
          .contains("accepted  1", "cropped   1", "rotated   1", "skipped   1", "failed    0");
      checkWhole(terminal);
    }
    assertThat(run("avatar", "show", "ada", "--fields", "url,sha256", "--no-headers"))
        .isNotEqualTo(before);
    assertThat(run("user", "history", "ada", "-o", "json")).contains("photo day");
    run("run", "undo", run("run", "list", "-o", "id").lines().findFirst().orElseThrow());
    assertThat(run("avatar", "show", "ada", "--fields", "url,sha256", "--no-headers"))
        .isEqualTo(before);
  }

  @Test
  void everythingIsTakenBackStepByStep() throws Exception {
    String before = run("user", "list", "-o", "json", "--fields", "username,avatar_url");
    try (Tmux terminal = review(100, 30, "")) {
      terminal.type("ra");
      terminal.until(text -> text.contains("accepted 1") && text.contains("png"));
      terminal.type("d");
      terminal.until("deleted 1");
      terminal.type("u");
      terminal.until(text -> text.contains("deleted 0") && text.contains("png"));
      terminal.type("u");
      terminal.until(text -> text.contains("accepted 0") && text.contains("turned by 90°"));
      terminal.type("u");
      terminal.until(text -> !text.contains("turned by"));
      terminal.type("q");
      terminal.until("exit=0");
      checkWhole(terminal);
    }
    assertThat(run("user", "list", "-o", "json", "--fields", "username,avatar_url"))
        .isEqualTo(before);
  }

  @Test
  void aPictureIsReplacedByAFileWhoseNameIsCompleted() throws Exception {
    try (Tmux terminal = review(80, 24, "")) {
      terminal.type("fno.png");
      terminal.press("Enter");
      terminal.until("there is no file no.png");
      terminal.press("C-u");
      terminal.type("di");
      terminal.press("Tab");
      terminal.until("file or URL: disc.png");
      terminal.press("Enter");
      terminal.until("* disc.png");
      terminal.type("aq");
      terminal.until("exit=0");
      checkWhole(terminal);
    }
    assertThat(run("avatar", "show", "ada", "--fields", "format", "--no-headers"))
        .isEqualTo("png\n");
  }

  /** What a terminal with pictures gets, and that none of them stays. */
  @ParameterizedTest
  @CsvSource({"kitty,\u001b_Ga=T", "iterm2,\u001b]1337;File=inline=1", "sixel,\u001bP"})
  void picturesGoToATerminalThatShowsThem(String protocol, String begin) throws Exception {
    Path sent = home.resolve("sent");
    try (Tmux terminal = terminal(80, 24)) {
      terminal.copyTo(sent);
      enter(terminal, "profilectl avatar review --preview " + protocol + "; echo exit=$?");
      terminal.until(screen -> screen.contains(KEYS) && screen.contains("jpeg 512"));
      terminal.type("c");
      terminal.until("part ");
      terminal.press("Escape");
      terminal.until("c crop");
      terminal.type("s");
      terminal.until(screen -> screen.contains("bob") && screen.contains("png 400"));
      terminal.type("q");
      checkWhole(terminal);
    }
    String bytes = Files.readString(sent, StandardCharsets.ISO_8859_1);
    String review =
        bytes.substring(bytes.indexOf("\u001b[?1049h"), bytes.lastIndexOf("\u001b[?1049l"));
    // one at first, two while a part is chosen, one again, and the next user's
    assertThat(review.split(Pattern.quote(begin), -1)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(review).doesNotContain("▀");
    assertThat(bytes.substring(bytes.lastIndexOf("\u001b[?1049l"))).doesNotContain(begin);
    if (protocol.equals("kitty")) {
      assertThat(review.lastIndexOf("\u001b_Ga=d,d=A"))
          .as("forgotten when all is over")
          .isGreaterThan(review.lastIndexOf(begin));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "HUP", "KILL", "QUIT-KEY"})
  void howeverItEndsTheTerminalIsWhole(String way) throws Exception {
    try (Tmux terminal = review(80, 24, "")) {
      if (way.equals("QUIT-KEY")) {
        terminal.press("C-c");
      } else {
        signal(way);
      }
      if (way.equals("KILL")) {
        // The shell goes on at once: its first words may be on the screen that is then taken away,
        // and its first line is read before the settings are back. But it is still there.
        terminal.untilTells("#{alternate_on}", "0");
        enter(terminal, "until stty -a | cmp -s - before; do :; done; echo exit=9");
      }
      checkWhole(terminal);
    }
  }

  /** To the program itself, not to the shell that holds its terminal. */
  private void signal(String name) throws Exception {
    String mine = home.toString();
    long pid =
        ProcessHandle.allProcesses()
            .filter(
                process ->
                    words(process).contains("Main avatar review")
                        && workingFolder(process).equals(mine))
            .findFirst()
            .orElseThrow()
            .pid();
    new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
  }

  private static String words(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }

  private static String workingFolder(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).toString();
    } catch (IOException somebodyElses) {
      return "";
    }
  }

  @Test
  void itStopsAndComesBackAndFitsAnotherSize() throws Exception {
    Map<String, String> environment = new HashMap<>(TypedProgram.in(home).environment());
    environment.keySet().removeIf(name -> name.startsWith("XDG_"));
    // it would write its history while the folder is taken away
    environment.put("HISTFILE", "/dev/null");
    Tmux.assumeInstalled("bash");
    try (Tmux terminal = Tmux.start(home, environment, "bash", "--norc", "-i")) {
      enter(terminal, "stty -a > before; echo here we are");
      terminal.until("\nhere we are");
      enter(terminal, "profilectl avatar review");
      terminal.until(screen -> screen.contains(KEYS) && screen.contains("jpeg 512"));
      terminal.press("C-z");
      terminal.until("Stopped");
      enter(terminal, "stty -a | cmp - before && echo equal");
      terminal.until("\nequal");
      enter(terminal, "fg");
      terminal.until(screen -> screen.contains(KEYS) && screen.contains("jpeg 512"));
      terminal.resize(60, 10);
      terminal.until("too small");
      terminal.resize(90, 28);
      terminal.until(screen -> screen.contains(KEYS) && screen.contains("jpeg 512"));
      terminal.type("q");
      terminal.until("dry_run");
      enter(terminal, "stty -a | sed 's/rows.*columns [0-9]*;//' > after; echo over");
      terminal.until("\nover");
    }
    assertThat(Files.readString(home.resolve("after")))
        .isEqualTo(
            Files.readString(home.resolve("before")).replaceFirst("rows.*columns [0-9]*;", ""));
  }
}
