package dev.profilectl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program;
import dev.profilectl.scenario.Scenarios;
import dev.profilectl.terminal.Tmux;
import dev.profilectl.terminal.TypedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The completion scripts that are shipped are what the commands are, and real shells use them. */
@Timeout(180)
class CompletionTest {
  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theFileIsWhatTheProgramPrints(String shell) throws IOException {
    Program.Run run = new Program(home, false).run("completion", shell);
    assertThat(run.exit()).isZero();
    if (Scenarios.REWRITE) {
      Files.writeString(file(shell), run.out());
    }
    assertThat(Files.readString(file(shell))).isEqualTo(run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void aRealShellCompletes(String shell) throws Exception {
    people();
    Files.writeString(home.resolve("photo of ada.jpg"), "");
    try (Tmux terminal = shell(shell)) {
      completes(terminal, "us", "user");
      completes(terminal, "user up", "user update");
      completes(terminal, "user update al", "user update alan");
      completes(terminal, "--lang zh user update al", "--lang zh user update alan");
      // Zsh writes the sign that may stand before the value, and takes it away again.
      String sign = shell.equals("zsh") ? "=" : "";
      completes(terminal, "user update alan --cit", "user update alan --city" + sign);
      completes(terminal, "user get alan --fields id,nick", "user get alan --fields id,nickname");
      completes(terminal, "user list --output=js", "user list --output=json");
      completes(terminal, "target use sh", "target use shop");
      completes(terminal, "user get -t sho", "user get -t shop");
      completes(terminal, "user get -t shop m", "user get -t shop me");
      completes(terminal, "code explain 40012", "code explain 40012");
      completes(terminal, "code explain zu", "code explain zu");
      completes(terminal, "user update alan --set awa", "user update alan --set award_info=");
      completes(terminal, "avatar upload alan pho", "avatar upload alan photo\\ of\\ ada.jpg");
      completes(terminal, "avatar upload al", "avatar upload alan");
      completes(terminal, "help exit", "help exit-codes");
      offers(terminal, "user get a", "user get a", "ada", "adam", "alan");
    }
  }

  /** Zsh and fish tell what each value is, too. */
  @ParameterizedTest
  @ValueSource(strings = {"zsh", "fish"})
  void descriptionsStandBeside(String shell) throws Exception {
    people();
    try (Tmux terminal = shell(shell)) {
      offers(terminal, "user get a", "user get a", "Ada Lovelace", "Adam Smith");
    }
    try (Tmux terminal = shell(shell)) {
      offers(terminal, "user ", "user ", "Show users", "Make users");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bash, [defaults", "zsh, [defaults", "fish, [defaults",
    "bash, ''", "zsh, ''", "fish, ''"
  })
  void itIsSilentWhereItCannot(String shell, String config) throws Exception {
    if (config.isEmpty()) {
      Files.createDirectories(home.resolve("data/profilectl"));
      Files.writeString(home.resolve("data/profilectl/store.db"), "no store at all");
    } else {
      Files.createDirectories(home.resolve("config/profilectl"));
      Files.writeString(home.resolve("config/profilectl/config.toml"), config);
    }
    try (Tmux terminal = shell(shell)) {
      terminal.type("profilectl user get ad");
      terminal.press("Tab");
      terminal.type("x --no-he");
      terminal.press("Tab");
      String screen = terminal.until("adx --no-headers");
      assertThat(screen.lines().filter(line -> !line.isBlank())).hasSize(1);
    }
  }

  @Test
  void withoutAHome() {
    Program.Run run = new Program(Path.of(""), false).run("__complete", "user", "a");
    assertThat(run).isEqualTo(new Program.Run(0, "", ""));
  }

  private static Path file(String shell) {
    String name = shell.equals("zsh") ? "_profilectl" : "profilectl." + shell;
    return Path.of("completion", name);
  }

  private void people() {
    run("user", "create", "ada", "--nickname", "Ada Lovelace");
    run("user", "create", "adam", "--nickname", "Adam Smith");
    run("user", "create", "alan");
    run("target", "add", "shop", "--system", "weidu", "--url", "http://127.0.0.1:9");
  }

  private void run(String... words) {
    Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString()));
    environment.put("PROFILECTL_STORE", home.resolve("data/profilectl/store.db").toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    var workspace = new Program(home, false).workspace().with(environment);
    assertThat(new CommandRunner(workspace).run(words)).isZero();
  }

  private Tmux shell(String shell) throws IOException, InterruptedException {
    Tmux.assumeInstalled(shell);
    TypedProgram program = TypedProgram.in(home);
    Path script = file(shell).toAbsolutePath();
    Path start = home.resolve("start");
    String begin =
        switch (shell) {
          case "bash" -> "PS1='> '; source '%s'\n";
          case "zsh" ->
              "PS1='> '; autoload -U compinit; compinit -u -d \"$HOME/dump\"; source '%s'\n";
          default -> "function fish_prompt; echo '> '; end; set -g fish_greeting\nsource '%s'\n";
        };
    Files.writeString(start, begin.formatted(script));
    Files.writeString(home.resolve(".zshrc"), "source '" + start + "'\n");
    String[] command =
        switch (shell) {
          case "bash" -> new String[] {"bash", "--noprofile", "--rcfile", start.toString(), "-i"};
          case "zsh" -> new String[] {"zsh", "-i"};
          default -> new String[] {"fish", "--no-config", "-i", "-C", "source " + start};
        };
    Map<String, String> environment = new HashMap<>(program.environment());
    environment.put("ZDOTDIR", home.toString());
    Tmux terminal = Tmux.start(home, environment, command);
    terminal.untilLine(">");
    return terminal;
  }

  private static void completes(Tmux terminal, String typed, String line) throws Exception {
    terminal.type("profilectl " + typed);
    terminal.press("Tab");
    terminal.untilLine("> profilectl " + line);
    terminal.press("C-e", "C-u");
    terminal.untilLine(">");
  }

  /** What is offered is shown by the Tab after the one that completes what all have in common. */
  private static void offers(Tmux terminal, String typed, String line, String... offered)
      throws Exception {
    terminal.type("profilectl " + typed);
    terminal.press("Tab");
    terminal.until(screen -> screen.contains(("> profilectl " + line).strip()));
    terminal.press("Tab");
    terminal.until(screen -> Stream.of(offered).allMatch(screen::contains));
  }
}
