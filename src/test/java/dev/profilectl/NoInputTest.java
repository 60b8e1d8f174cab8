package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.CommandShape;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command waits for somebody who is not there: standard input never says anything here. */
class NoInputTest {
  /** They run until they are told to end, or read their commands from standard input. */
  private static final Set<String> WAITING = Set.of("serve", "shell");

  private static final int USAGE = 2;

  @TempDir private Path home;

  private record Ran(int exit, String err) {}

  /** With a pipe as standard input that is open and silent, and nobody at a terminal. */
  private Ran run(Map<String, String> more, List<String> words) throws IOException {
    Map<String, String> environment = new TreeMap<>(more);
    environment.put("HOME", home.toString());
    environment.put("PROFILECTL_BCRYPT_COST", "4");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PipedOutputStream silent = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(silent)) {
      Channels channels =
          new Channels(
              in,
              OutputStream.nullOutputStream(),
              new PrintWriter(err, true, StandardCharsets.UTF_8),
              Streams.NONE);
      Application application = new Application(channels, environment, home);
      int exit =
          assertTimeoutPreemptively(
              Duration.ofSeconds(60),
              () -> new CommandRunner(application).run(words.toArray(String[]::new)),
              () -> words + " waits");
      return new Ran(exit, err.toString(StandardCharsets.UTF_8));
    }
  }

  private static List<CommandShape> leaves(CommandShape command) {
    return command.commands().isEmpty()
        ? List.of(command)
        : command.commands().stream().flatMap(each -> leaves(each).stream()).toList();
  }

  @Test
  void noCommandWaits() throws IOException {
    List<CommandShape> commands =
        leaves(CommandShape.all(new Program(home, false).workspace())).stream()
            .filter(command -> !WAITING.contains(command.name()))
            .toList();
    assertThat(commands).hasSizeGreaterThan(40);
    run(Map.of(), List.of("user", "create", "x"));
    for (CommandShape command : commands) {
      List<String> bare = new ArrayList<>(command.path());
      List<String> whole = new ArrayList<>(bare);
      command.arguments().forEach(argument -> whole.add("x"));
      for (List<String> words : List.of(bare, whole)) {
        run(Map.of(), words);
        List<String> quiet = new ArrayList<>(words);
        quiet.add("--no-input");
        run(Map.of(), quiet);
        run(Map.of("CI", "true", "PROFILECTL_NO_INPUT", "1"), words);
      }
    }
  }

  /** What would have been asked for is named, and how to give it without being asked. */
  @Test
  void whatIsMissingIsNamed() throws IOException {
    run(Map.of(), List.of("user", "create", "x"));
    run(
        Map.of(),
        List.of("target", "add", "t", "--system", "anqicms", "--url", "http://127.0.0.1:9"));
    Map<String, String> named =
        Map.of(
            "user create", "USERNAME is missing",
            "user update x --password", "--password-file",
            "user create y --enter-pass", "--enter-pass-file",
            "user delete x --purge", "--yes",
            "user edit x", "EDITOR",
            "target add", "is missing",
            "target remove t", "--yes",
            "target login t", "--login",
            "target login t --login a", "--password-file");
    for (Map.Entry<String, String> each : named.entrySet()) {
      List<String> words = List.of(each.getKey().split(" ", -1));
      for (Map<String, String> more : List.of(Map.of("A", "b"), Map.of("TERM", "xterm"))) {
        Ran ran = run(more, words);
        assertThat(ran.exit()).as(each.getKey()).isEqualTo(USAGE);
        assertThat(ran.err()).as(each.getKey()).contains(each.getValue());
      }
    }
  }
}
