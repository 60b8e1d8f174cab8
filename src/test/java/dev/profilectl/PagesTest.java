package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs every command of the guides and compares what they show. Blocks are {@code console}, which
 * is run; {@code sh other}, another tool's command, which is not; or a format and a name, a file
 * that the commands find. {@code -Dpages.rewrite=true} writes the real output into the pages
 * instead, for review as a diff.
 */
class PagesTest {
  private static final Path DOCS = Path.of("src/docs");
  private static final Pattern FILE_BLOCK = Pattern.compile("```(csv|json|text|ldif) (\\S+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)[^)]*\\)");

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start-admin",
        "start-support",
        "start-ci",
        "weidu",
        "west2",
        "anqicms",
        "zaihangyun",
        "recipes",
        "migrating"
      })
  void everyCommandDoesWhatThePageShows(String name) throws IOException {
    Path page = DOCS.resolve(name + ".md");
    List<String> shown = Files.readAllLines(page);
    List<String> real;
    try (PageShell shell = new PageShell(home)) {
      real = played(shown, shell);
    }
    if (Boolean.getBoolean("pages.rewrite")) {
      Files.write(page, real);
    }
    assertThat(Files.readAllLines(page)).isEqualTo(real);
  }

  private List<String> played(List<String> shown, PageShell shell) throws IOException {
    List<String> real = new ArrayList<>();
    int at = 0;
    while (at < shown.size()) {
      String line = shown.get(at++);
      real.add(line);
      if (!line.startsWith("```")) {
        continue;
      }
      int end = at + shown.subList(at, shown.size()).indexOf("```");
      List<String> block = shown.subList(at, end);
      Matcher file = FILE_BLOCK.matcher(line);
      if (line.equals("```console")) {
        console(block, shell, real);
      } else {
        if (file.matches()) {
          Files.write(home.resolve(file.group(2)), block);
        } else {
          assertThat(line).isEqualTo("```sh other");
          assertThat(block).noneMatch(other -> other.contains("profilectl"));
        }
        real.addAll(block);
      }
      real.add("```");
      at = end + 1;
    }
    return real;
  }

  private static void console(List<String> block, PageShell shell, List<String> real)
      throws IOException {
    int at = 0;
    while (at < block.size()) {
      String command = block.get(at++);
      assertThat(command).startsWith("$ ");
      int next = at;
      while (next < block.size() && !block.get(next).startsWith("$ ")) {
        next++;
      }
      real.add(command);
      if (command.equals("$ echo $?")) {
        real.add(String.valueOf(shell.lastExit()));
      } else {
        Screen screen = shell.run(command.substring(2), String.join("\n", block.subList(at, next)));
        boolean told = next < block.size() && block.get(next).equals("$ echo $?");
        assertThat(screen.exit() == 0 || told).as(command + "\n" + screen.text()).isTrue();
        real.addAll(screen.text().lines().toList());
      }
      at = next;
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    try (var pages = Files.list(DOCS)) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".md")).toList()) {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
          assertThat(DOCS.resolve(link.group(1))).as(page.toString()).exists();
        }
      }
    }
  }
}
