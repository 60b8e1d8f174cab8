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
import java.util.List;
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
    return shell(Map.of(), flags);
  }

  private Tmux shell(Map<String, String> more, String... flags) throws Exception {
    Map<String, String> environment = new HashMap<>(TypedProgram.in(home).environment());
    environment.putAll(more);
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
  void itOffersAllWhereNothingIsTypedYet() throws Exception {
    try (Tmux terminal = shell()) {
      terminal.type("user get ");
      terminal.until("user get USER…");
      terminal.press("Tab");
      terminal.until(screen -> screen.contains("ada") && screen.contains("bob"));
      terminal.press("Tab");
      terminal.until("local> user get ada");
      terminal.press("Tab");
      terminal.until("local> user get adam");
      terminal.press("C-c");
      terminal.until(screen -> screen.endsWith(PROMPT));
      terminal.type("run undo ");
      terminal.press("Tab");
      terminal.until("(create, local)");
      String newest = new Program(home, false).run("run", "list", "-o", "id").out();
      terminal.press("Tab");
      terminal.until("local> run undo " + newest.lines().findFirst().orElseThrow());
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

  /** What a person did in an editor, and with keys, is there as what does the same without one. */
  @Test
  void whatWasDoneByHandRunsOutside() throws Exception {
    String photo = Path.of("src/test/resources/images/photo.jpg").toAbsolutePath().toString();
    Files.writeString(
        home.resolve("ed"),
        "sed -i 's/^city:.*/city: New York/; s/^nickname:.*/nickname:/; s/^gender:.*/gender: 2/;"
            + " s/^desc:.*/desc: it is hers/' \"$1\"");
    run("avatar", "upload", "bob", photo);
    String first = user("bob");
    try (Tmux terminal = shell(Map.of("EDITOR", "sh ed"), "--record", "today.sh")) {
      answered(terminal, "user edit ada adam --reason 'it''s asked'", "New York");
      answered(terminal, "user edit ada", "nothing was changed");
      enter(terminal, "avatar review bob");
      terminal.until(screen -> screen.contains("a accept") && screen.contains("jpeg 512"));
      terminal.type("raq");
      terminal.until("rotated   1");
      terminal.untilLine(PROMPT);
      answered(terminal, "user edit bob", "New York");
      answered(terminal, "undo", "1 changed");
      terminal.pressUntilGone("C-d");
    }
    String changes =
        " --set gender=2 --set 'city=New York' --set 'desc=it is hers' --clear nickname"
            + " --reason 'its asked'";
    assertThat(Files.readString(home.resolve("today.sh")))
        .isEqualTo(
            """
            #!/bin/sh -e
            # by hand: profilectl user edit ada adam --reason 'its asked'
            profilectl user update ada%1$s
            profilectl user update adam%1$s
            # by hand: profilectl user edit ada
            # by hand: profilectl avatar review bob
            profilectl avatar edit bob --rotate 90
            # by hand: profilectl user edit bob
            # undone: profilectl user update bob%2$s
            """
                .formatted(changes, changes.replaceFirst(" --clear.*", "")));
    String done = user("ada") + user("adam") + user("bob");
    List<String> runs =
        new Program(home, false).run("run", "list", "-o", "id").out().lines().toList();
    for (String run : runs.subList(0, 4)) {
      run("run", "undo", run);
    }
    assertThat(user("bob")).isEqualTo(first);
    assertThat(process("./today.sh").waitFor()).isZero();
    assertThat(user("ada") + user("adam") + user("bob")).isEqualTo(done);
  }

  /** What the store knows of a user and their picture that is not about when. */
  private String user(String name) {
    Program program = new Program(home, false);
    return program.run("user", "get", name, "--fields", "nickname,gender,city,desc").out()
        + program.run("avatar", "show", name, "--fields", "sha256").out();
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
      terminal.until(
          screen ->
              screen.contains("user get bob --fields username")
                  && screen.contains("bck-i-search: bob"));
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
