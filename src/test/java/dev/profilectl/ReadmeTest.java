package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs what the README tells people to type, and compares what it shows. {@code
 * -Dreadme.rewrite=true} writes the real output into the page instead, for review as a diff.
 */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String PROGRAM = "dist/profilectl ";
  private static final int MOST_LINES = 120;

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** What differs from run to run, or with the encoder of the JDK. */
  private static final Map<String, String> MASKS =
      Map.of(
          "\\b[a-z0-9]{26}\\b", "<an id of 26 characters..>",
          "\\b20\\d\\d-\\d\\d-\\d\\dT[0-9:.]{12}Z", "<a time>",
          "\\b20\\d{6}/users", "<a day>/users",
          "\\b\\d+ kB", "<a size>");

  @TempDir private Path home;
  private Program program;

  @BeforeEach
  void openTerminal() {
    program = new Program(home, true);
  }

  @Test
  void theSetUpWorksAndTheGateRunsTheSame() throws IOException {
    List<String> setUp = setUp();
    assertThat(setUp).hasSize(2);
    String[] commands = setUp.getFirst().split(" && ", -1);
    for (int again = 0; again < 2; again++) {
      for (String command : commands) {
        assertThat(command).startsWith(PROGRAM);
        Program.Run run = program.run(words(command.substring(PROGRAM.length())));
        assertThat(run.exit()).as(run.err()).isZero();
      }
    }
    List<String> gate = Files.readAllLines(Path.of(".ci/run")).stream().map(String::strip).toList();
    assertThat(gate).containsOnlyOnce(setUp.getFirst()).endsWith(setUp.getLast());
  }

  private static List<String> setUp() {
    List<String> section = new Markdown(README.toString()).section("## Set up");
    int start = section.indexOf("```sh") + 1;
    return section.stream().skip(start).takeWhile(line -> !line.equals("```")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "src/docs/zh/getting-started.md"})
  void everyConsoleBlockShowsWhatHappens(Path file) throws IOException {
    List<String> page = Files.readAllLines(file);
    List<String> real = played(page);
    if (Boolean.getBoolean("readme.rewrite")) {
      Files.write(file, real);
      return;
    }
    assertThat(masked(page)).isEqualTo(masked(real));
  }

  /** The page with what really came in the place of what is shown. */
  private List<String> played(List<String> page) {
    List<String> real = new ArrayList<>();
    boolean console = false;
    int exit = 0;
    for (String line : page) {
      if (line.startsWith("```")) {
        console = line.equals("```console");
      }
      if (!console || line.startsWith("```")) {
        real.add(line);
      } else if (line.equals("$ echo $?")) {
        real.add(line);
        real.add(String.valueOf(exit));
      } else if (line.startsWith("$ ")) {
        real.add(line);
        assertThat(line).startsWith("$ profilectl ");
        Program.Screen screen = program.seen(words(line.substring("$ profilectl ".length())));
        exit = screen.exit();
        real.addAll(screen.text().lines().toList());
      }
    }
    return real;
  }

  private static String masked(List<String> lines) {
    String text = String.join("\n", lines);
    for (Map.Entry<String, String> mask : MASKS.entrySet()) {
      text = text.replaceAll(mask.getKey(), Matcher.quoteReplacement(mask.getValue()));
    }
    return text;
  }

  /** The words of a command as a shell splits them, as far as the README goes. */
  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(
            word ->
                word.group(1) != null
                    ? word.group(1)
                    : word.group(2) != null ? word.group(2) : word.group(3))
        .toArray(String[]::new);
  }

  @Test
  void itsLinksLeadSomewhereAndItIsShort() throws IOException {
    String text = Files.readString(README);
    Pattern.compile("\\]\\(([^)#:]+)[^)]*\\)")
        .matcher(text)
        .results()
        .forEach(link -> assertThat(Path.of(link.group(1))).exists());
    assertThat(text.lines().count()).isLessThanOrEqualTo(MOST_LINES);
  }
}
