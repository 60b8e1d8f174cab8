package dev.profilectl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultsTest {
  @TempDir Path folder;

  private Defaults of(String toml) throws IOException {
    Path file = Files.writeString(folder.resolve("config.toml"), toml);
    return new Defaults(
        Map.of("PROFILECTL_NO_INPUT", "true", "PROFILECTL_LANG", ""),
        new ConfigFile(Optional.of(file)));
  }

  @Test
  void environmentComesBeforeTheFile() throws IOException {
    Defaults defaults =
        of("[defaults]\nno-input = false\nlang = \"zh\"\nlimit = 5\nx = 1.50\n[other]\na = 1\n");
    assertThat(defaults.of("no-input")).contains("true");
    assertThat(defaults.of("lang")).as("an empty variable is none").contains("zh");
    assertThat(defaults.of("limit")).contains("5");
    assertThat(defaults.of("a")).isEmpty();
    assertThat(defaults.of("store")).isEmpty();
  }

  @Test
  void withoutAFileThereAreNoDefaults() throws IOException {
    assertThat(new Defaults(Map.of(), new ConfigFile(Optional.empty())).of("lang")).isEmpty();
    assertThat(
            new Defaults(Map.of(), new ConfigFile(Optional.of(folder.resolve("none")))).of("lang"))
        .isEmpty();
    assertThat(of("").of("x")).isEmpty();
    assertThat(of("# nothing\n[targets.a]\nurl = \"x\"\n").of("x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[defaults",
        "x",
        "[defaults]\nx = ",
        "[defaults]\nx = [1]",
        "[defaults]\nx = {a = 1}",
        "[defaults.x]\ny = 1",
        "[defaults]\nx = \"",
        "\0",
        "{}",
        "[defaults]\nx = 1\nx = 2",
        "defaults = 5",
        "defaults = [1]",
        "[[defaults]]\nx = 1"
      })
  void whatIsWrongIsToldByItsFile(String toml) throws IOException {
    Defaults defaults = of(toml);
    assertThatThrownBy(() -> defaults.of("x"))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("config.toml");
  }

  @Test
  void whatCannotBeReadIsTold() throws IOException {
    Path file = folder.resolve("bad");
    Files.write(file, new byte[] {'a', (byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> new Defaults(Map.of(), new ConfigFile(Optional.of(file))).of("x"))
        .isInstanceOf(Failure.class);
    assertThatThrownBy(() -> new Defaults(Map.of(), new ConfigFile(Optional.of(folder))).of("x"))
        .isInstanceOf(Failure.class);
    String deep = "x = " + "[".repeat(100_000);
    assertThatThrownBy(() -> of(deep).of("x")).isInstanceOf(Failure.class);
  }
}
