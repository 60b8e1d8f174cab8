package dev.profilectl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.profilectl.config.Credentials.Entry;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Usage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens in real files. */
class CredentialsTest {
  private static final String ORIGIN = "https://example.org:443";
  private static final Entry ENTRY =
      new Entry(
          ORIGIN,
          new Tokens(new Token("CANARY-access"), new Token("CANARY-refresh")),
          new Credentials.Owner("1", "ada"),
          Instant.parse("2026-01-02T03:04:05.006Z"));

  @TempDir Path home;
  private Path folder;
  private Path file;

  @BeforeEach
  void place() {
    folder = home.resolve("state/profilectl");
    file = folder.resolve("credentials.json");
  }

  private Credentials credentials() {
    return new Credentials(Optional.of(file), ProcessHandle.current().info().user());
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** What is told of a failure, its causes and trace included. */
  private static String told(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return failure.getMessage() + trace;
  }

  @Test
  void whatIsSavedIsReadForItsOriginOnly() {
    assertThat(credentials().read("shop", ORIGIN)).isEmpty();
    credentials().save("shop", ENTRY);
    assertThat(credentials().read("shop", ORIGIN)).contains(ENTRY);
    for (String other :
        List.of("http://example.org:443", "https://example.org:8443", "https://example.com:443")) {
      assertThat(credentials().read("shop", other)).as(other).isEmpty();
    }
    assertThat(credentials().read("other", ORIGIN)).isEmpty();
    Entry plain = new Entry(ORIGIN, new Tokens(new Token("x"), null), null, Instant.EPOCH);
    credentials().save("other", plain);
    credentials().save("shop", plain);
    assertThat(credentials().read("shop", ORIGIN)).contains(plain);
    assertThat(credentials().targets()).containsExactly("shop", "other");
    assertThat(credentials().remove("shop")).isTrue();
    assertThat(credentials().remove("shop")).isFalse();
    assertThat(credentials().targets()).containsExactly("other");
  }

  @Test
  void readingAndForgettingMakeNothing() {
    assertThat(credentials().read("shop", ORIGIN)).isEmpty();
    assertThat(credentials().targets()).isEmpty();
    assertThat(credentials().remove("shop")).isFalse();
    assertThat(home.resolve("state")).doesNotExist();
  }

  @Test
  void aTokenIsNeverShown() {
    assertThat(ENTRY.toString()).contains("ada", "******").doesNotContain("CANARY");
    assertThat(new Token("CANARY")).hasToString("******");
    assertThat(new Token("a")).isEqualTo(new Token("a")).isNotEqualTo(new Token("b"));
    assertThatThrownBy(() -> new Token("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everythingIsClosedToOthersAndClosedAgain() throws IOException {
    credentials().save("shop", ENTRY);
    assertThat(mode(folder)).isEqualTo("rwx------");
    try (var files = Files.list(folder)) {
      for (Path path : files.toList()) {
        assertThat(mode(path)).as(path.toString()).isEqualTo("rw-------");
      }
    }
    mode(file, "rw-r--r--");
    mode(folder, "rwxr-xrwx");
    assertThat(credentials().read("shop", ORIGIN)).contains(ENTRY);
    assertThat(mode(file)).as("by reading").isEqualTo("rw-------");
    assertThat(mode(folder)).isEqualTo("rwx------");
    mode(file, "rw-rw-rw-");
    mode(folder, "rwxrwxrwx");
    credentials().save("other", ENTRY);
    assertThat(mode(file)).as("by writing").isEqualTo("rw-------");
    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  @Test
  void aFolderThatWasOpenIsClosedBeforeTheFirstToken() throws IOException {
    Files.createDirectories(folder);
    mode(folder, "rwxrwxrwx");
    credentials().save("shop", ENTRY);
    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  private void assertRefused(Class<? extends Throwable> kind, String why) {
    List<Runnable> uses =
        List.of(
            () -> credentials().read("shop", ORIGIN),
            () -> credentials().save("shop", ENTRY),
            () -> credentials().remove("shop"));
    for (Runnable use : uses) {
      Throwable failure = catchThrowable(use::run);
      assertThat(failure).isInstanceOf(kind).hasMessageContaining(why);
      assertThat(told(failure)).doesNotContain("CANARY");
    }
  }

  @Test
  void aLinkInThePlaceOfTheFileIsRefused() throws IOException {
    credentials().save("shop", ENTRY);
    Path elsewhere = Files.move(file, home.resolve("elsewhere.json"));
    Files.createSymbolicLink(file, elsewhere);
    byte[] before = Files.readAllBytes(elsewhere);
    assertRefused(Denied.class, "credentials.json is a link");
    assertThat(Files.readAllBytes(elsewhere)).isEqualTo(before);
    Files.delete(elsewhere);
    assertRefused(Denied.class, "credentials.json is a link");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void aLinkInThePlaceOfTheFolderIsRefused() throws IOException {
    credentials().save("shop", ENTRY);
    Path elsewhere = Files.move(folder, home.resolve("elsewhere"));
    Files.createSymbolicLink(folder, elsewhere);
    assertRefused(Denied.class, "profilectl is a link");
  }

  @Test
  void aFolderInThePlaceOfTheFileIsRefused() throws IOException {
    Files.createDirectories(file);
    assertRefused(Denied.class, "credentials.json");
  }

  @Test
  void whatBelongsToSomebodyElseIsRefused() {
    credentials().save("shop", ENTRY);
    Credentials others = new Credentials(Optional.of(file), Optional.of("somebody-else"));
    assertThatThrownBy(() -> others.read("shop", ORIGIN))
        .isInstanceOf(Denied.class)
        .hasMessageContaining("belongs to");
    assertThatThrownBy(() -> others.save("shop", ENTRY)).isInstanceOf(Denied.class);
    Credentials unknown = new Credentials(Optional.of(file), Optional.empty());
    assertThat(unknown.read("shop", ORIGIN)).contains(ENTRY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CANARY",
        "{\"targets\": CANARY}",
        "{\"targets\": {\"shop\": \"CANARY\"",
        "[\"CANARY\"]",
        "{\"targets\": [\"CANARY\"]}",
        "{} {\"CANARY\": 1}"
      })
  void aBrokenFileIsToldAndNotOverwritten(String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file, text);
    assertRefused(Denied.class, "credentials.json is damaged");
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"CANARY\"",
        "{\"origin\": \"https://example.org:443\"}",
        "{\"origin\": \"https://example.org:443\", \"access\": \"\", \"saved_at\": \"CANARY\"}",
        "{\"origin\": \"https://example.org:443\", \"access\": \"CANARY\", \"saved_at\":"
            + " \"CANARY\"}"
      })
  void aBrokenEntryIsToldAndCanBeReplaced(String entry) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file, "{\"targets\": {\"shop\": " + entry + "}}");
    Throwable failure = catchThrowable(() -> credentials().read("shop", ORIGIN));
    assertThat(failure).isInstanceOf(Denied.class).hasMessageContaining("target login");
    assertThat(told(failure)).doesNotContain("CANARY");
    credentials().save("shop", ENTRY);
    assertThat(credentials().read("shop", ORIGIN)).contains(ENTRY);
  }

  @Test
  void whatANewerProgramWroteIsKept() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file, "{\"more\": [1], \"targets\": {\"a\": {\"x\": 1}}}");
    credentials().save("shop", ENTRY);
    assertThat(Files.readString(file)).contains("\"more\"", "\"x\"");
  }

  @Test
  void aFailureLeavesTheOldFile() throws IOException {
    credentials().save("shop", ENTRY);
    byte[] before = Files.readAllBytes(file);
    Path inTheWay = Files.createDirectory(folder.resolve(".credentials.json.new"));
    Path full = Files.createFile(inTheWay.resolve("full"));
    assertThatThrownBy(() -> credentials().save("other", ENTRY)).isInstanceOf(Fault.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    Files.delete(full);
    Files.delete(inTheWay);
    Path old = Files.writeString(inTheWay, "old");
    mode(old, "rw-rw-rw-");
    credentials().save("other", ENTRY);
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(old).doesNotExist();
  }

  @Test
  void withoutAHomeThereAreNoneAndAVariableIsNamed() {
    Credentials homeless = new Credentials(Optional.empty(), Optional.empty());
    assertThat(homeless.read("shop", ORIGIN)).isEmpty();
    assertThat(homeless.targets()).isEmpty();
    assertThat(homeless.remove("shop")).isFalse();
    assertThatThrownBy(() -> homeless.save("shop", ENTRY))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("XDG_STATE_HOME");
  }
}
