package dev.profilectl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.validation.DocumentedSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets in real files. */
class TargetsTest {
  @TempDir Path home;
  private Path file;

  @BeforeEach
  void place() {
    file = home.resolve("profilectl/config.toml");
  }

  private Targets targets() {
    return new Targets(new ConfigFile(Optional.of(file)));
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private static Target shop() {
    return new Target("shop", DocumentedSystem.WEIDU, TargetUrl.parse("example.org"), Map.of());
  }

  @Test
  void whatIsAddedIsFound() throws IOException {
    Target shop =
        new Target("shop", DocumentedSystem.WEST2, TargetUrl.parse("0:8888/douyin"), Map.of())
            .with(TargetSetting.TOKEN_COMMAND, "get \"a\\b\" '{id}'")
            .with(TargetSetting.SUCCESS_CODES, "10000,-1")
            .with(TargetSetting.RETRIES, "0")
            .with(TargetSetting.BEARER, "true");
    Targets targets = targets();
    targets.add(shop);
    assertThat(targets.get("shop")).as("in the same process").isEqualTo(shop);
    assertThat(targets().all()).containsExactly(shop);
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            [targets.shop]
            system = "west2"
            url = "http://127.0.0.1:8888/douyin"
            retries = 0
            token-command = "get \\"a\\\\b\\" '{id}'"
            success-codes = [10000, -1]
            bearer = true
            """);
    assertThatThrownBy(() -> targets().add(shop)).isInstanceOf(Conflict.class);
    targets().remove("shop");
    assertThat(Files.readString(file)).isEmpty();
    assertThatThrownBy(() -> targets().remove("shop")).isInstanceOf(NotFound.class);
  }

  @Test
  void theFolderIsTheOwnersAndTheFileAsItWas() throws IOException {
    targets().add(shop());
    assertThat(Files.getPosixFilePermissions(file.resolveSibling(".")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    Path plain = Files.createFile(home.resolve("plain"));
    assertThat(Files.getPosixFilePermissions(file))
        .as("as any file that is made")
        .isEqualTo(Files.getPosixFilePermissions(plain));
    for (String mode : new String[] {"rw-r-----", "rw-rw-rw-", "rw-------"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      targets().put(shop().with(TargetSetting.RETRIES, String.valueOf(mode.hashCode() & 7)));
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString(mode));
    }
    assertThat(folder()).containsExactlyInAnyOrder("config.toml", ".config.toml.lock");
  }

  private Iterable<String> folder() throws IOException {
    try (var files = Files.list(file.resolveSibling("."))) {
      return files.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  @Test
  void aLinkIsWrittenThrough() throws IOException {
    Path dotfiles = Files.createDirectory(home.resolve("dotfiles"));
    Files.createDirectories(file.resolveSibling("."));
    Path real = dotfiles.resolve("mine.toml");
    Files.createSymbolicLink(file, Path.of("../dotfiles/mine.toml"));
    targets().add(shop());
    assertThat(file).isSymbolicLink();
    assertThat(Files.readString(real)).startsWith("[targets.shop]");
    targets().use("shop");
    assertThat(file).isSymbolicLink();
    assertThat(Files.readString(real)).contains("target = \"shop\"");
    try (var files = Files.list(dotfiles)) {
      assertThat(files).as("nothing else is laid there").containsExactly(real);
    }
  }

  @Test
  void aFailureLeavesTheOldFile() throws IOException {
    write("# mine\n[targets.a]\nsystem = \"weidu\"\nurl = \"a.example\"\n");
    byte[] before = Files.readAllBytes(file);
    Path inTheWay = Files.createDirectory(file.resolveSibling(".config.toml.new"));
    Files.createFile(inTheWay.resolve("full"));
    assertThatThrownBy(() -> targets().add(shop()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("left as it was");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    Files.delete(inTheWay.resolve("full"));
    Files.delete(inTheWay);
    Files.writeString(inTheWay, "what a process that died has left");
    targets().add(shop());
    assertThat(targets().names()).containsExactly("a", "shop");
  }

  @Test
  void whatCannotBeEditedIsLeftAndRead() throws IOException {
    String text = "targets = {a = {system = \"weidu\", url = \"x\"}}\n";
    write(text);
    assertThat(targets().get("a").url()).hasToString("https://x");
    for (Runnable edit :
        new Runnable[] {
          () -> targets().add(shop()), () -> targets().put(a()), () -> targets().remove("a")
        }) {
      assertThatThrownBy(edit::run).isInstanceOf(Usage.class).hasMessageContaining("by hand");
    }
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  private static Target a() {
    return new Target("a", DocumentedSystem.WEST2, TargetUrl.parse("y"), Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "targets.a.system = \"weidu\"\ntargets.a.url = \"x\"\n# end\n",
        "[targets]\na = {system = \"weidu\", url = \"x\"}\n# end\n",
        "[targets]\na.system = \"weidu\"\na.url = \"x\"\n# end\n"
      })
  void otherWaysToWriteATargetAreEditedOrLeft(String text) throws IOException {
    write(text);
    try {
      targets().put(a());
      assertThat(targets().get("a")).isEqualTo(a());
    } catch (Usage byHand) {
      assertThat(byHand.sentence().key()).isEqualTo("config.by-hand");
      assertThat(Files.readString(file)).isEqualTo(text);
    }
    assertThat(Files.readString(file)).contains("# end\n");
    targets().remove("a");
    assertThat(targets().names()).isEmpty();
  }

  @Test
  void aDefaultInAnInlineTableIsLeft() throws IOException {
    String text = "defaults = {lang = \"zh\"}\n[targets.a]\nsystem = \"weidu\"\nurl = \"x\"\n";
    write(text);
    assertThatThrownBy(() -> targets().use("a")).hasMessageContaining("by hand");
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sytem = \"weidu\" | sytem | did you mean system",
        "url = \"x\" | system | missing",
        "system = \"weidu\" | url | missing",
        "system = \"widu\" | system | did you mean weidu",
        "system = \"weidu\"\\nurl = \"ftp://x\" | url | http or https",
        "system = [\"weidu\"]\\nurl = \"x\" | system | plain",
        "system = \"weidu\"\\nurl = \"x\"\\ntimeuot = \"5s\" | timeuot | did you mean timeout",
        "system = \"weidu\"\\nurl = \"x\"\\ntimeout = 5 | timeout | 5 is not possible; use 500ms",
        "system = \"weidu\"\\nurl = \"x\"\\nsite-id = 5 | site-id | a setting of anqicms",
        "system = \"weidu\"\\nurl = \"x\"\\nretries = [1] | retries | plain",
        "system = \"weidu\"\\nurl = \"x\"\\nretries.a = 1 | retries | plain",
        "system = \"west2\"\\nurl = \"x\"\\nsuccess-codes = [[1]] | success-codes | plain",
        "system = \"west2\"\\nurl = \"x\"\\nsuccess-codes = [1.5] | success-codes | not possible",
        "system = \"weidu\"\\nurl = \"x\"\\ntoken = \"CANARY\" | token | no such setting",
        "system = \"weidu\"\\nurl = \"https://a:CANARY@x\" | url | password"
      })
  void whatIsWrongIsToldByFileTableAndKey(String lines, String key, String why) throws IOException {
    write(
        "[targets.good]\nsystem = \"weidu\"\nurl = \"x\"\n[targets.a]\n"
            + lines.replace("\\n", "\n"));
    assertThatThrownBy(() -> targets().get("a"))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("config.toml, [targets.a], " + key + ": ")
        .hasMessageContaining(why)
        .hasMessageNotContaining("CANARY");
    assertThat(targets().get("good").name()).isEqualTo("good");
    targets().remove("a");
    assertThat(targets().names()).containsExactly("good");
  }

  @Test
  void whatIsNoTableOrNoNameIsTold() throws IOException {
    write("targets = 5\n");
    assertThatThrownBy(() -> targets().names()).hasMessageContaining("targets is no table");
    write("[targets]\na = 5\n");
    assertThatThrownBy(() -> targets().get("a")).hasMessageContaining("[targets.a]");
    write("[targets.\"Shop A\"]\nsystem = \"weidu\"\nurl = \"x\"\n[targets.local]\n");
    assertThatThrownBy(() -> targets().get("Shop A")).isInstanceOf(Usage.class);
    assertThatThrownBy(() -> targets().get("local")).isInstanceOf(Usage.class);
    targets().remove("Shop A");
    assertThat(Files.readString(file)).isEqualTo("[targets.local]\n");
  }

  @Test
  void anUnknownNameIsToldWithTheNearest() throws IOException {
    write("[targets.shop]\nsystem = \"weidu\"\nurl = \"x\"\n");
    assertThatThrownBy(() -> targets().get("shpo"))
        .isInstanceOf(NotFound.class)
        .hasMessageEndingWith("did you mean shop?");
    assertThatThrownBy(() -> targets().use("loca"))
        .isInstanceOf(NotFound.class)
        .hasMessageEndingWith("did you mean local?");
    assertThatThrownBy(() -> targets().get("zzz")).hasMessageNotContaining("mean");
  }

  @Test
  void theDefaultGoesWithItsTarget() throws IOException {
    write("[defaults]\ntarget = \"a\" # mine\nlang = \"zh\"\n\n[targets.a]\nsystem = \"weidu\"\n");
    targets().remove("a");
    assertThat(Files.readString(file)).isEqualTo("[defaults]\nlang = \"zh\"\n");
    targets().use("local");
    assertThat(Files.readString(file)).isEqualTo("[defaults]\nlang = \"zh\"\ntarget = \"local\"\n");
  }

  @Test
  void brokenFilesAreNotTouched() throws IOException {
    write("[targets.a\n");
    for (Runnable edit :
        new Runnable[] {
          () -> targets().add(shop()), () -> targets().use("local"), () -> targets().remove("a")
        }) {
      assertThatThrownBy(edit::run).isInstanceOf(Failure.class).hasMessageContaining("line 1");
    }
    assertThat(Files.readString(file)).isEqualTo("[targets.a\n");
  }

  @Test
  void withoutAHomeThereAreNoneAndAVariableIsNamed() {
    Targets homeless = new Targets(new ConfigFile(Optional.empty()));
    assertThat(homeless.all()).isEmpty();
    assertThatThrownBy(() -> homeless.add(shop()))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("XDG_CONFIG_HOME");
  }
}
