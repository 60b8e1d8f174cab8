package dev.profilectl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes at the same files lose nothing of each other. */
class TwoProcessesTest {
  private static final int EACH = 40;

  @TempDir Path folder;

  @Test
  void bothAddTheirs() throws IOException, InterruptedException {
    List<Process> running = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      running.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  TargetLoop.class.getName(),
                  folder.toString(),
                  name,
                  String.valueOf(EACH))
              .redirectErrorStream(true)
              .start());
    }
    for (Process process : running) {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
    Path config = folder.resolve("config.toml");
    assertThat(new Targets(new ConfigFile(Optional.of(config))).all()).hasSize(2 * EACH);
    Path tokens = folder.resolve("state/credentials.json");
    assertThat(new Credentials(Optional.of(tokens), Optional.empty()).targets()).hasSize(2 * EACH);
  }
}
