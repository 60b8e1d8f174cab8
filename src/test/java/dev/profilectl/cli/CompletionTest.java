package dev.profilectl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program;
import dev.profilectl.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The completion script that is shipped is what the commands are. */
class CompletionTest {
  private static final Path BASH = Path.of("completion/profilectl.bash");

  @Test
  void bashCompletesEveryCommand() throws IOException {
    CommandLine root = CommandTree.of(new Program(Path.of("/nowhere"), false).workspace());
    String script = AutoComplete.bash("profilectl", root);
    if (Scenarios.REWRITE) {
      Files.writeString(BASH, script);
    }
    assertThat(Files.readString(BASH)).isEqualTo(script);
  }

  @Test
  void realBashOffersVerbsAndFlags() throws IOException, InterruptedException {
    String shell =
        """
        compopt() { :; } # only works while bash itself completes
        source %s
        COMP_WORDS=(profilectl user up) COMP_CWORD=2; _complete_profilectl; echo "${COMPREPLY[*]}"
        COMP_WORDS=(profilectl avatar show --wi) COMP_CWORD=3; _complete_profilectl; echo "${COMPREPLY[*]}"
        """
            .formatted(BASH);
    Process bash = new ProcessBuilder("bash", "-c", shell).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).isZero();
    assertThat(said).isEqualTo("update\n--width\n");
  }
}
