package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.terminal.Tmux;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages for man: one for every command and topic, as groff likes them. */
class ManPagesTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    ManPages.main(new String[] {folder.toString()});
  }

  private List<Path> pages() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void everyCommandAndTopicHasOne() throws IOException {
    assertThat(folder.resolve("man1/profilectl.1")).exists();
    assertThat(folder.resolve("man1/profilectl-user-update.1")).exists();
    assertThat(folder.resolve("man7/profilectl-exit-codes.7")).exists();
    assertThat(pages()).hasSizeGreaterThan(50);
    assertThat(pages()).noneMatch(page -> page.toString().contains("__"));
  }

  @Test
  void groffHasNothingToSay() throws IOException, InterruptedException {
    Tmux.assumeInstalled("groff");
    for (Path page : pages()) {
      Process groff =
          new ProcessBuilder("groff", "-man", "-ww", "-Kutf8", "-Tutf8", "-P-cbou", page.toString())
              .redirectError(folder.resolve("said").toFile())
              .start();
      String shown = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(groff.waitFor()).isZero();
      assertThat(folder.resolve("said")).as(page.toString()).isEmptyFile();
      assertThat(shown).contains("NAME", "SEE ALSO");
    }
  }

  @Test
  void aPageSaysWhatHelpSays() throws IOException, InterruptedException {
    Tmux.assumeInstalled("groff");
    Path page = folder.resolve("man1/profilectl-user-update.1");
    Process groff =
        new ProcessBuilder("groff", "-man", "-Tascii", "-P-cbou", page.toString()).start();
    String shown = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(groff.waitFor()).isZero();
    assertThat(shown.replaceAll("\\s+", " "))
        .contains(
            "profilectl-user-update - Change fields of users; what is not named stays as it is",
            "profilectl user update ada --nickname Ada --clear city --dry-run",
            "USER... [FLAGS]",
            "--if-version N Refuse where the profile's version is another.",
            "profilectl-user(1), profilectl-fields(7)");
  }
}
