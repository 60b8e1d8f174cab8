package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.dialect.Tokens;
import dev.profilectl.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that print tokens: how they are split, and what they are handed. */
class TokenProgramTest {
  /** Prints every word that it is given in brackets. */
  private static final String SHOW = "printf [%s] ";

  @TempDir Path folder;

  private static String access(Tokens tokens) {
    return tokens.access().reveal(text -> text);
  }

  private static String printed(String command, String user) {
    return access(TokenProgram.parse(command).tokens(user));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a b|[a][b]",
        "  a \t b  |[a][b]",
        "'a b' c|[a b][c]",
        "\"a b\" c|[a b][c]",
        "a' 'b|[a b]",
        "'' x|[][x]",
        "\"\"|[]",
        "a\\ b|[a b]",
        "'a\\ b'|[a\\ b]",
        "\"a\\ b\"|[a\\ b]",
        "\"a\\\"b\"|[a\"b]",
        "\"a\\\\b\"|[a\\b]",
        "\"it's\"|[it's]",
        "$HOME|[$HOME]",
        "$(id)|[$(id)]",
        "`id`|[`id`]",
        "a;b|[a;b]",
        "*|[*]",
        "~|[~]",
        "a#b|[a#b]",
        "{username}|[ada]",
        "{id}|[ada]",
        "x{username}y{id}|[xadayada]"
      })
  void wordsAreSplitAsAShellWouldAndNoShellSeesThem(String words, String shown) {
    assertThat(printed(SHOW + words, "ada")).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a  b",
        "'",
        "\"",
        "\\",
        "$(touch x)",
        "`touch x`",
        "; touch x",
        "-n",
        "{id}",
        "%s",
        "{username}",
        "é中😀",
        "a\tb",
        "|",
        "&&",
        "*"
      })
  void aNameIsPartOfOneWordWhateverItHolds(String name) {
    assertThat(printed(SHOW + "{username} end", name)).isEqualTo("[" + name + "][end]");
  }

  @Test
  void theSecondLineIsTheRefreshToken() {
    Tokens both = TokenProgram.parse("printf 'a\\n r \\nmore\\n'").tokens("x");
    assertThat(access(both)).isEqualTo("a");
    assertThat(Objects.requireNonNull(both.refresh()).<String>reveal(text -> text)).isEqualTo("r");
    Tokens one = TokenProgram.parse("printf '  a  \\r\\n\\n'").tokens("x");
    assertThat(access(one)).isEqualTo("a");
    assertThat(one.refresh()).isNull();
    assertThat(one.toString()).doesNotContain("a]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"false", "true", "printf '\\n'", "printf ' \\ntoken'", "sh -c 'echo t; exit 3'"})
  void whatFailsOrPrintsNothingIsDenied(String command) {
    assertThatThrownBy(() -> printed(command, "ada")).isInstanceOf(Failure.Denied.class);
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> printed("no-such-program-here x", "ada"))
        .isInstanceOf(Failure.Denied.class)
        .hasMessageContaining("no-such-program-here");
    Path file = folder.resolve("not-executable");
    assertThatThrownBy(() -> printed(file.toString(), "ada")).isInstanceOf(Failure.Denied.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "'open", "a \"open", "a'"})
  void whatIsNoCommandIsRefused(String text) {
    assertThatThrownBy(() -> TokenProgram.parse(text)).isInstanceOf(Failure.Usage.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sleep 60", "sh -c 'sleep 60 & wait'", "sh -c 'exec >&-; sleep 60'"})
  void aCommandThatHangsIsEnded(String command) {
    TokenProgram slow = TokenProgram.parse(command).within(Duration.ofMillis(200));
    long start = System.nanoTime();
    assertThatThrownBy(() -> slow.tokens("ada")).isInstanceOf(Failure.Denied.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void itReadsNothing() throws Exception {
    Path script = folder.resolve("asks");
    Files.writeString(script, "read line && echo got; echo end");
    assertThat(printed("sh " + script, "ada")).isEqualTo("end");
  }

  @ParameterizedTest
  @CsvSource({"pass show {username},true", "pass show {id},true", "pass show x,false"})
  void itIsKnownWhetherEachUserHasATokenOfTheirOwn(String command, boolean perUser) {
    assertThat(TokenProgram.parse(command).isPerUser()).isEqualTo(perUser);
  }
}
