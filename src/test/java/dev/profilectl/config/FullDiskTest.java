package dev.profilectl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.profilectl.config.Credentials.Entry;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.validation.DocumentedSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on a disk that is full, as far as the user may mount one. */
class FullDiskTest {
  @TempDir Path folder;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(folder.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
    assumeTrue(mounted, "a small disk can be mounted");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      assertThat(Files.size(disk.resolve("filler"))).isPositive();
    }
  }

  @Test
  void theOldFilesStay() throws IOException {
    Path config = Files.writeString(disk.resolve("config.toml"), "[defaults]\nlang = \"en\"\n");
    Path tokens = disk.resolve("state/credentials.json");
    Credentials credentials = new Credentials(Optional.of(tokens), Optional.empty());
    Entry entry = new Entry("o", new Tokens(new Token("t"), null), null, Instant.EPOCH);
    credentials.save("a", entry);
    new Targets(new ConfigFile(Optional.of(config))).use("local");
    String before = Files.readString(config) + Files.readString(tokens);
    fill();
    assertThatThrownBy(() -> credentials.save("b", entry)).isInstanceOf(Fault.class);
    Targets targets = new Targets(new ConfigFile(Optional.of(config)));
    assertThatThrownBy(() -> targets.remove("x")).hasMessageContaining("no target");
    Target big = new Target("x", DocumentedSystem.WEIDU, TargetUrl.parse("example.org"), Map.of());
    assertThatThrownBy(() -> targets.add(big))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("left as it was");
    assertThat(Files.readString(config) + Files.readString(tokens)).isEqualTo(before);
    try (var files = Files.walk(disk)) {
      assertThat(files.filter(file -> file.toString().endsWith(".new"))).isEmpty();
    }
  }
}
