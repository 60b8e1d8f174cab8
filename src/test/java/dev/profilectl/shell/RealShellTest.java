package dev.profilectl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program;
import dev.profilectl.terminal.Tmux;
import dev.profilectl.terminal.TypedProgram;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell in a real terminal, as a person sees it. */
@Timeout(120)
class RealShellTest {
  private static final String PROMPT = "local>";

  @TempDir private Path home;

  @BeforeEach
  void people() {
    run("user", "create", "ada", "--nickname", "Ada Lovelace");
    run("user", "create", "adam", "--nickname", "Adam Smith");
    run("user", "create", "bob");
    run("target", "add", "live", "--system", "weidu", "--url", "http://127.0.0.1:9", "--protected");
  }

  private void run(String... words) {
    Program.Run run = new Program(home, false).run(words);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private Tmux shell(String... flags) throws Exception {
    Map<String, String> environment = new HashMap<>(TypedProgram.in(home).environment());
    environment.keySet().removeIf(name -> name.startsWith("XDG_"));
    String[] command = new String[flags.length + 2];
    command[0] = "profilectl";
    command[1] = "shell";
    System.arraycopy(flags, 0, command, 2, flags.length);
    Tmux terminal = Tmux.start(home, environment, command);
    terminal.untilLine(PROMPT);
    return terminal;
  }

  private static void enter(Tmux terminal, String line) throws Exception {
    terminal.type(line);
    terminal.press("Enter");
  }

  /** A line, and what the screen shows when the next prompt is there. */
  private static void answered(Tmux terminal, String line, String answer) throws Exception {
    enter(terminal, line);
    terminal.until(
        screen -> {
          int at = screen.lastIndexOf("> " + line);
          String behind = at < 0 ? "" : screen.substring(at + line.length());
          return behind.contains(answer) && behind.endsWith(">");
        });
  }

  @Test
  void itCompletesWithDescriptions() throws Exception {
    try (Tmux terminal = shell()) {
      terminal.type("user get ad");
      terminal.press("Tab", "Tab");
      terminal.until(
          screen -> screen.contains("(Ada Lovelace)") && screen.contains("(Adam Smith)"));
      terminal.press("C-c");
      terminal.until(screen -> !screen.contains("Lovelace"));
      terminal.type("user up");
      terminal.press("Tab");
      terminal.until("local> user update USER…");
      terminal.type("bo");
      terminal.press("Tab");
      terminal.type("--clear ci");
      terminal.press("Tab");
      terminal.until("local> user update bob --clear city");
      terminal.press("C-c");
      terminal.type("use li");
      terminal.press("Tab", "Enter");
      terminal.until("live (protected)>");
    }
  }

  @Test
  void aUserIsChosenAndLeft() throws Exception {
    try (Tmux terminal = shell("--record", "today.sh")) {
      answered(terminal, "cd nobody", "there is no user nobody");
      answered(terminal, "cd ada", "local ada>");
      answered(terminal, "user update --city 'New York'", "New York");
      answered(terminal, "user delete", "USER is missing");
      answered(terminal, "cd", PROMPT);
      terminal.pressUntilGone("C-d");
    }
    assertThat(Files.readString(home.resolve("today.sh")))
        .isEqualTo(
            """
            #!/bin/sh -e
            profilectl user update ada --city 'New York'
            # exit 2: profilectl user delete
            """);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("today.sh"))))
        .isEqualTo("rwx------");
    Process outside = process("./today.sh");
    assertThat(outside.waitFor()).isZero();
  }

  private Process process(String script) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(script).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().putAll(TypedProgram.in(home).environment());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    Process process = builder.start();
    process.getInputStream().readAllBytes();
    return process;
  }

  @Test
  void itRemembersNoSecret() throws Exception {
    try (Tmux terminal = shell()) {
      answered(terminal, "user get bob --fields username", "username  bob");
      answered(terminal, "user update bob --set password=hunter2", "--password");
      enter(terminal, "user update bob --password hunter3");
      terminal.until("password:");
      terminal.press("C-c");
      terminal.until(screen -> screen.contains("interrupted") && screen.endsWith(PROMPT));
      answered(terminal, "target login live --code 123456 --token-file no", "there is no file no");
      answered(terminal, " user get ada --fields nickname", "nickname  Ada Lovelace");
      enter(terminal, "exit");
      terminal.untilGone();
    }
    Path history = home.resolve(".local/state/profilectl/history");
    assertThat(Files.readString(history)).isEqualTo("user get bob --fields username\nexit\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
        .isEqualTo("rw-------");
    try (Tmux terminal = shell()) {
      terminal.press("C-r");
      terminal.type("bob");
      terminal.until("user get bob --fields username");
      terminal.press("Enter");
      terminal.until("username  bob");
    }
  }

  @Test
  void aPasteIsAskedAbout() throws Exception {
    try (Tmux terminal = shell()) {
      terminal.paste("user update bob --city Oslo\nuser update bob --city Rome\n");
      terminal.press("Enter");
      terminal.until("run all 2 commands?");
      terminal.type("n");
      terminal.press("Enter");
      terminal.until("nothing");
    }
    assertThat(new Program(home, false).run("user", "get", "bob", "--fields", "city").out())
        .isEqualTo("city\n\\N\n");
  }

  /** A terminal that does not mark what is pasted. */
  @Test
  void evenAnUnmarkedPasteIsAskedAbout() throws Exception {
    try (Tmux terminal = shell()) {
      terminal.type("user update bob --city Oslo\ruser update bob --city Rome\r");
      terminal.until("run all 2 commands?");
      terminal.type("y");
      terminal.press("Enter");
      terminal.until(screen -> screen.contains("Oslo  Rome"));
    }
  }

  @Test
  void controlCStopsTheCommandAndNotTheShell() throws Exception {
    try (Tmux terminal = shell();
        var silent = new ServerSocket(0)) {
      enter(
          terminal,
          "target add mute --system weidu --url http://127.0.0.1:" + silent.getLocalPort());
      terminal.until("target login mute");
      terminal.untilLine(PROMPT);
      terminal.type("abc");
      terminal.untilLine(PROMPT + " abc");
      terminal.press("C-c");
      terminal.until(screen -> screen.endsWith(PROMPT) && !screen.endsWith(" abc"));
      enter(terminal, "target test mute --timeout 1h --retries 0");
      silent.setSoTimeout(20_000);
      silent.accept();
      terminal.press("C-c");
      terminal.until(screen -> screen.endsWith(PROMPT) && screen.contains("interrupted"));
      answered(terminal, "user get bob --fields username", "username  bob");
    }
  }
}
