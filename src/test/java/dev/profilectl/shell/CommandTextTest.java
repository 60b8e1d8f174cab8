package dev.profilectl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words, compared with those a real shell makes of the same text. */
class CommandTextTest {
  private static final String LETTERS = "ab '\"\\\n#~=-x张😀\t{}:/.,!%+?*[]^@";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user get ada",
        "a 'b c' \"d e\" f\\ g",
        "a\\\nb c\\\n d",
        "a 'it'\\''s' \"x\\\"y\" \"x\\ny\" '' \"\"",
        "a b#c #d 'e",
        "one\ntwo 'a\nb'\n\n# nothing\nthree",
        "--set 'a=$b' \\$x \"\\$y\" \"\\`\"",
        "'a'\"b\"c"
      })
  void aRealShellSplitsTheSame(String text) throws Exception {
    assertThat(ours(text)).isEqualTo(theirs(text));
  }

  /** Of text that the shell would do more with, or that is not whole, nothing is promised. */
  @Test
  void aRealShellSplitsAnyTextTheSame() throws Exception {
    Random random = new Random(7);
    int compared = 0;
    StringBuilder script = new StringBuilder();
    List<List<List<String>>> expected = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      int[] letters = LETTERS.codePoints().toArray();
      for (int length = random.nextInt(14); length >= 0; length--) {
        text.appendCodePoint(letters[random.nextInt(letters.length)]);
      }
      CommandText read = CommandText.of(text.toString());
      // Globs, braces and the home folder are not for this test; "!" is a word of the shell.
      boolean alike =
          !text.toString().matches("(?s).*[*?\\[~{}!].*") && !text.toString().contains("=");
      if (alike && read.open() == CommandText.Open.NOTHING && read.foreign() == null) {
        expected.add(ours(text.toString()));
        script.append(said(text.toString())).append("printf '\\2'\n");
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(300);
    assertThat(split(sh(script.toString()))).isEqualTo(expected);
  }

  @Test
  void whatIsQuotedComesBack() {
    Random random = new Random(8);
    int[] letters = (LETTERS + "$`|&;<>()").codePoints().toArray();
    for (int i = 0; i < 5000; i++) {
      List<String> words = new ArrayList<>();
      for (int count = random.nextInt(3); count >= 0; count--) {
        StringBuilder word = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
          word.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        words.add(word.toString());
      }
      CommandText read = CommandText.of(Quoted.line(words));
      assertThat(read.foreign()).isNull();
      assertThat(read.commands()).hasSize(1);
      assertThat(read.commands().getFirst().texts("/home/ada")).isEqualTo(words);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a | b", "a > b", "a; b", "a && b", "$HOME", "\"$HOME\"", "`a`", "(a)", "a$(b)"})
  void whatOnlyAShellDoesIsFound(String text) {
    assertThat(CommandText.of(text).foreign()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'|&;<>()$x`'", "\\|\\&\\$x", "a$", "5$ 6", "\"a;b|c\"", "# | $x"})
  void quotedItIsText(String text) {
    assertThat(CommandText.of(text).foreign()).isNull();
  }

  @Test
  void theHomeFolder() {
    assertThat(CommandText.of("~ ~/x a~ '~/y' ~z").commands().getFirst().texts("/h"))
        .containsExactly("/h", "/h/x", "a~", "~/y", "~z");
  }

  @Test
  void whatIsOpen() {
    assertThat(CommandText.of("a 'b").open()).isEqualTo(CommandText.Open.QUOTE);
    assertThat(CommandText.of("a \"b\\\"").open()).isEqualTo(CommandText.Open.QUOTE);
    assertThat(CommandText.of("a \\").open()).isEqualTo(CommandText.Open.LINE);
    assertThat(CommandText.of("a # it's").open()).isEqualTo(CommandText.Open.NOTHING);
  }

  private static List<List<String>> ours(String text) {
    return CommandText.of(text).commands().stream().map(c -> c.texts(null)).toList();
  }

  private static List<List<String>> theirs(String text) throws Exception {
    return split(sh(said(text) + "printf '\\2'\n")).getFirst();
  }

  /** Every first word becomes a function's argument, so that nothing is run. */
  private static String said(String text) {
    StringBuilder script = new StringBuilder();
    for (CommandText.Sentence command : CommandText.of(text).commands()) {
      int start = command.words().getFirst().span().start();
      int end = command.words().getLast().span().end();
      script.append("say ").append(text, start, end).append('\n');
    }
    return script.toString();
  }

  private static List<List<List<String>>> split(String said) {
    List<List<List<String>>> all = new ArrayList<>();
    for (String text : said.split("\2", -1)) {
      List<List<String>> commands = new ArrayList<>();
      for (String command : text.split("\1", -1)) {
        if (!command.isEmpty()) {
          commands.add(List.of(command.substring(0, command.length() - 1).split("\0", -1)));
        }
      }
      all.add(commands);
    }
    return all.subList(0, all.size() - 1);
  }

  private static String sh(String script) throws IOException, InterruptedException {
    Process sh = new ProcessBuilder("sh").redirectErrorStream(true).start();
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (var in = sh.getOutputStream()) {
                    in.write(
                        ("say() { printf '%s\\0' \"$@\"; printf '\\1'; }\n" + script)
                            .getBytes(StandardCharsets.UTF_8));
                  } catch (IOException broken) {
                    throw new AssertionError(broken);
                  }
                });
    String said = new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    writer.join();
    assertThat(sh.waitFor()).isZero();
    return said;
  }
}
