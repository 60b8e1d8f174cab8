package dev.profilectl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program;
import dev.profilectl.remote.fake.FakeWeidu;
import dev.profilectl.terminal.Tmux;
import dev.profilectl.terminal.TypedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions and editors in a real terminal. */
@Timeout(180)
class RealPromptTest {
  @TempDir private Path home;

  @BeforeEach
  void people() {
    run("user", "create", "ada", "--nickname", "Ada Lovelace", "--city", "London");
  }

  private Program.Run run(String... words) {
    Program.Run run = new Program(home, false).run(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  private String field(String user, String field) {
    return run("user", "get", user, "--fields", field, "--no-headers").out().strip();
  }

  /** A command in a terminal that stays when it has ended. */
  private Tmux terminal(String command, String editor) throws Exception {
    Map<String, String> environment = new HashMap<>(TypedProgram.in(home).environment());
    environment.keySet().removeIf(name -> name.startsWith("XDG_"));
    environment.put("EDITOR", editor);
    environment.put("VISUAL", "");
    return Tmux.start(home, environment, "sh", "-c", command + "; echo exit $?; cat");
  }

  private String script(String name, String text) throws Exception {
    Path script = Files.writeString(home.resolve(name), "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script.toString();
  }

  @Test
  void theEditorOpensAgainUntilItIsRight() throws Exception {
    String editor =
        script(
            "ed.sh",
            """
            echo opened "$#" >>log
            for file; do :; done
            if grep -q '^#!' "$file"; then
              cp "$file" again
              sed -i -e 's/^citty/city/' -e 's/^gender:.*/gender: 2/' "$file"
            else
              sed -i -e 's/^city:.*/citty: Paris/' -e 's/^gender:.*/gender: 7/' "$file"
            fi
            """);
    try (Tmux terminal = terminal("profilectl user edit ada", editor)) {
      String screen = terminal.until("exit 0");
      assertThat(screen).contains("gender").contains("Paris").contains("profilectl run undo");
    }
    assertThat(Files.readString(home.resolve("log"))).isEqualTo("opened 1\nopened 1\n");
    assertThat(Files.readString(home.resolve("again")))
        .startsWith("#! Nothing was sent: 2 things are wrong")
        .contains(
            "#! gender 7 is none of the choices; use 0 (unknown), 1 (male) or 2 (female)"
                + " (400105)\ngender: 7\n")
        .contains("#! there is no field citty; did you mean city? (unknown-field)\ncitty: Paris\n");
    assertThat(field("ada", "city")).isEqualTo("Paris");
    assertThat(home.resolve(".local/state/profilectl/drafts")).isEmptyDirectory();
  }

  @Test
  void savedWithoutMendingIsGivenUpAndKept() throws Exception {
    String editor = script("ed.sh", "sed -i 's/^gender:.*/gender: 7/' \"$1\"\n");
    try (Tmux terminal = terminal("profilectl user edit ada", editor)) {
      String screen = terminal.until("exit 7").replace("\n", "");
      assertThat(screen)
          .contains("what you wrote is kept in " + home.toRealPath())
          .contains("--draft");
    }
    assertThat(field("ada", "version")).isEqualTo("1");
  }

  @Test
  void whatSomebodyElseChangedIsShown() throws Exception {
    String editor =
        script(
            "ed.sh",
            """
            for file; do :; done
            if grep -q '^#!' "$file"; then
              cp "$file" again
              echo >>"$file"
            else
              profilectl user update ada --city Rome --country IT >/dev/null
              sed -i 's/^city:.*/city: Paris/' "$file"
            fi
            """);
    try (Tmux terminal = terminal("profilectl user edit ada", editor)) {
      assertThat(terminal.until("exit 0")).contains("Rome").contains("Paris");
    }
    assertThat(Files.readString(home.resolve("again")))
        .contains("#! Somebody else has changed ada meanwhile")
        .contains("#! changed meanwhile from (empty) to IT\ncountry: IT\n")
        .contains("#! changed meanwhile from London to Rome\ncity: Paris\n");
    assertThat(field("ada", "country")).isEqualTo("IT");
  }

  @Test
  void anEditorThatIsKilledLosesNothing() throws Exception {
    String editor =
        script("ed.sh", "sed -i 's/^city:.*/city: Paris/' \"$1\"; stty -echo; kill -9 $$\n");
    try (Tmux terminal = terminal("profilectl user edit ada; stty -a | grep -o '.echo '", editor)) {
      String screen = terminal.until("exit 0").replace("\n", "");
      assertThat(screen)
          .contains("nothing was sent")
          .contains("what you wrote is kept in")
          .doesNotContain("-echo");
    }
    assertThat(field("ada", "city")).isEqualTo("London");
  }

  @Test
  void byVi() throws Exception {
    Tmux.assumeInstalled("vi");
    try (Tmux terminal = terminal("profilectl user edit ada | cat", "vi")) {
      terminal.until("nickname: Ada Lovelace");
      terminal.type("/^city");
      terminal.press("Enter");
      terminal.type("A x");
      terminal.press("Escape");
      terminal.until("city: London x");
      terminal.press("C-c");
      terminal.type(":wq");
      terminal.press("Enter");
      terminal.until("exit 0");
    }
    assertThat(field("ada", "city")).isEqualTo("London x");
  }

  @Test
  void inTheShellItIsOneThingToUndo() throws Exception {
    String editor = script("ed.sh", "sed -i 's/^city:.*/city: Paris/' \"$1\"\n");
    try (Tmux terminal = terminal("profilectl shell", editor)) {
      terminal.until("local>");
      terminal.type("cd ada\r");
      terminal.until("local ada>");
      terminal.type("user edit\r");
      terminal.until("Paris");
      terminal.until(screen -> screen.endsWith("local ada>"));
      terminal.type("undo\r");
      terminal.until(screen -> screen.endsWith("local ada>") && screen.contains("undo\n"));
      terminal.type("exit\r");
      terminal.until("exit 0");
    }
    assertThat(field("ada", "city")).isEqualTo("London");
  }

  @Test
  void aMissingNameIsAskedForAndJudgedWhileItIsTyped() throws Exception {
    try (Tmux terminal = terminal("profilectl user create --password", "vi")) {
      terminal.until(screen -> screen.contains("USERNAME is missing") && screen.endsWith(":"));
      terminal.type("bob smith");
      terminal.until("bob smith   <- username must be 1 to 64 ASCII letters");
      terminal.press("Enter");
      terminal.press("BSpace", "BSpace", "BSpace", "BSpace", "BSpace", "BSpace");
      terminal.until(screen -> screen.endsWith("USERNAME: bob"));
      terminal.press("Enter");
      terminal.until("password:");
      terminal.type("123");
      terminal.until("password:    <- password is too short; it needs at least 6 characters");
      terminal.type("4567");
      terminal.until(screen -> screen.endsWith("password:"));
      terminal.press("Enter");
      terminal.until("password, once more:");
      terminal.type("1234567");
      terminal.press("Enter");
      String screen = terminal.until("exit 0");
      assertThat(screen).doesNotContain("123");
    }
    assertThat(field("bob", "has_password")).isEqualTo("true");
  }

  @Test
  void aTargetIsAskedForPieceByPiece() throws Exception {
    try (Tmux terminal = terminal("profilectl target add --lang zh", "vi")) {
      for (String answer : new String[] {"weidu", "127.0.0.1:9", "try"}) {
        terminal.until(screen -> screen.endsWith(":"));
        terminal.type(answer);
        terminal.press("Enter");
        terminal.until(screen -> !screen.endsWith(answer));
      }
      assertThat(terminal.until("exit 0")).contains("缺少");
    }
    assertThat(run("target", "list", "--fields", "name", "--no-headers").out())
        .isEqualTo("local\ntry\n");
  }

  @Test
  void whatWillBeLostIsShownBeforeItIs() throws Exception {
    run("user", "update", "ada", "--city", "Rome");
    try (Tmux terminal = terminal("profilectl user delete ada --purge", "vi")) {
      String screen = terminal.until("[y/N]");
      assertThat(screen)
          .contains("ada, Ada Lovelace, Rome: gone for good with 2 changes of history");
      terminal.press("Enter");
      terminal.until("exit 130");
    }
    assertThat(field("ada", "city")).isEqualTo("Rome");
  }

  /** Two users of a protected server, each with a token of their own. */
  private void protectedUsers(FakeWeidu fake) throws Exception {
    StringBuilder tokens = new StringBuilder("case \"$1\" in\n");
    for (String name : new String[] {"eve", "fay"}) {
      String id = fake.user("old-password", Map.of("username", name, "city", "Oslo"));
      tokens.append("%s|%s) echo %s;;\n".formatted(name, id, fake.token(id)));
    }
    script("tokens.sh", tokens.append("*) exit 3;;\nesac\n").toString());
    run(
        "target",
        "add",
        "live",
        "--protected",
        "--system",
        "weidu",
        "--url",
        fake.server().url(""),
        "--token-command",
        "sh " + home.resolve("tokens.sh") + " {username}");
    Files.writeString(home.resolve("people.csv"), "username,city\neve,Rome\nfay,Paris\n");
    Path photos = Files.createDirectory(home.resolve("photos"));
    for (String name : new String[] {"eve.jpg", "fay.jpg"}) {
      Files.copy(Path.of("src/test/resources/images/photo.jpg"), photos.resolve(name));
    }
  }

  /** A command on it, which shows this before it asks for the target's name. */
  private void asked(String command, String shown, String answer, int exit) throws Exception {
    try (Tmux terminal = terminal("profilectl " + command, "vi")) {
      String screen = terminal.until("type its name to go on:");
      assertThat(screen).contains(shown).contains("2 of its users are to be changed");
      terminal.type(answer);
      terminal.press("Enter");
      terminal.until("exit " + exit);
    }
  }

  @Test
  void whatWillChangeOnAProtectedTargetIsShown() throws Exception {
    try (FakeWeidu fake = FakeWeidu.start()) {
      protectedUsers(fake);
      String rome = "eve: city is Oslo, will be Rome\nfay: city is Oslo, will be Paris\n";
      asked("user import people.csv -t live", rome, "prod", 130);
      asked("user import people.csv -t live", rome, "live", 0);
      String run = run("run", "list", "-o", "id").out().lines().findFirst().orElseThrow();
      asked("run undo " + run, "eve: city is Rome, will be Oslo\n", "", 130);
      asked(
          "user update eve fay --city Bern -t live", "eve: city is Rome, will be Bern\n", "", 130);
      asked("avatar import photos -t live", "eve: avatar_url is (empty), will be eve.jpg", "", 130);
    }
  }
}
