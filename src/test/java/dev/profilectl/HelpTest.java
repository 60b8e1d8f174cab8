package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.scenario.CommandLine;
import dev.profilectl.scenario.Driver.Result;
import dev.profilectl.scenario.Pinned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The help of every command, as files: one line, two examples that work, the flags. */
class HelpTest {
  private static final int USAGE = 2;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> help() throws Exception {
    List<String> commands = new ArrayList<>();
    collect("", commands);
    assertThat(commands).contains("", "user", "user update", "avatar show", "version");
    return commands.stream()
        .map(command -> DynamicTest.dynamicTest("profilectl " + command, () -> check(command)));
  }

  private void collect(String command, List<String> commands) throws Exception {
    commands.add(command);
    boolean listed = false;
    for (String line : helpOf(command).lines().toList()) {
      if (listed && line.startsWith("  ") && line.charAt(2) != ' ') {
        collect((command + " " + line.strip().split(" ", 2)[0]).strip(), commands);
      }
      listed = line.equals("Commands") || (listed && line.startsWith("  "));
    }
  }

  private void check(String command) throws Exception {
    String help = helpOf(command);
    List<String> lines = help.lines().toList();
    assertThat(lines.getFirst()).matches("[A-Z].*[.:]");
    assertThat(lines.get(1)).isEmpty();
    assertThat(lines.subList(2, 4)).allMatch(line -> line.startsWith("  profilectl "));
    assertThat(lines.get(4)).isEmpty();
    for (String example : lines.subList(2, 4)) {
      String words = example.strip().substring("profilectl ".length());
      assertThat(words).startsWith(command.equals("help") ? command + " " : command);
      // A server would stay; one that cannot write its log has read all of its flags.
      // So has an editor that is not opened for a draft that is not there.
      String more =
          switch (command) {
            case "serve" -> " --access-log no/such/log";
            case "user edit" -> " --draft no/such/draft --no-input";
            default -> "";
          };
      Result result = run(words + more);
      if (command.equals("avatar review")) {
        // nobody is there to press keys, which it says once it has read all of its flags
        assertThat(result.stderr()).contains("works by keys in a terminal");
      } else {
        assertThat(result.exit()).as(example + "\n" + result.stderr()).isNotEqualTo(USAGE);
      }
    }
    String file = command.isEmpty() ? "root" : command.replace(' ', '-');
    Pinned.check("help/" + file + ".txt", help);
  }

  private String helpOf(String command) throws Exception {
    Result result = run(command + " --help");
    assertThat(result.exit()).isZero();
    assertThat(result.stderr()).isEmpty();
    return result.stdout();
  }

  private Result run(String line) throws IOException {
    return new InProcess().run(CommandLine.in(folder, line));
  }
}
