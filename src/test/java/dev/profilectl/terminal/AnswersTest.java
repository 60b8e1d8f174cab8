package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  private static final TerminalSize SCREEN = new TerminalSize(110, 50);

  private static final String KITTY = "\u001b_Gi=31;OK\u001b\\\u001b[6;20;9t\u001b[4;400;639t";

  /** As recorded from xterm, mlterm and tmux. */
  private static final String XTERM =
      "\u001b[?1;0;256S\u001b[?2;0;660;650S\u001b[?63;1;2;4;6;9;15;16;22;28c";

  private static final String MLTERM =
      "\u001b[?1;0;1024S\u001b[?1;3;0S\u001b[6;22;10t\u001b[4;528;800t"
          + "\u001b[?63;1;2;3;4;6;7;15;18;22;29c";
  private static final String TMUX = "\u001b[?1;2c";

  private static Answers of(String text) {
    Answers answers = new Answers();
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    answers.read(bytes, bytes.length);
    return answers;
  }

  @Test
  void knowsKitty() {
    Answers answers = of(KITTY + "\u001b[?62;c");
    assertThat(answers.kitty()).isTrue();
    assertThat(answers.sixel()).isFalse();
    assertThat(answers.complete()).isTrue();
    assertThat(answers.cell(SCREEN)).isEqualTo(new Pixels.Size(9, 20));
  }

  @Test
  void knowsSixelAndItsLimits() {
    Answers xterm = of(XTERM);
    assertThat(xterm.sixel()).isTrue();
    assertThat(xterm.kitty()).isFalse();
    assertThat(xterm.colors()).isEqualTo(256);
    assertThat(xterm.cell(SCREEN)).isEqualTo(new Pixels.Size(6, 13));
    assertThat(xterm.cell(null)).isNull();
    assertThat(of("\u001b[?1;0;16S" + TMUX).colors()).isEqualTo(16);

    Answers mlterm = of(MLTERM);
    assertThat(mlterm.sixel()).isTrue();
    assertThat(mlterm.colors()).isEqualTo(256);
    assertThat(mlterm.cell(SCREEN)).isEqualTo(new Pixels.Size(10, 22));
  }

  @Test
  void theFirstAttributeIsAClassAndNoSixel() {
    assertThat(of("\u001b[?4;2c").sixel()).isFalse();
    assertThat(of(TMUX).sixel()).isFalse();
    assertThat(of("\u001b[?62;44;14c").sixel()).isFalse();
  }

  @Test
  void worksTheCellOutOfTheWindow() {
    assertThat(of("\u001b[4;650;660t").cell(SCREEN)).isEqualTo(new Pixels.Size(6, 13));
    assertThat(of("\u001b[4;10;10t").cell(SCREEN)).as("nothing that small").isNull();
  }

  @Test
  void readsInAnyPieces() {
    byte[] bytes = (KITTY + MLTERM).getBytes(StandardCharsets.ISO_8859_1);
    Answers answers = new Answers();
    for (byte each : bytes) {
      assertThat(answers.complete()).isFalse();
      answers.read(new byte[] {each, 'x'}, 1);
    }
    assertThat(answers.complete()).isTrue();
    assertThat(answers.kitty()).isTrue();
    assertThat(answers.sixel()).isTrue();
  }

  @Test
  void readsBetweenKeys() {
    Answers answers = of("ls\r\u001b[A\u001bOP张" + KITTY + "\u001b[200~\u0003" + MLTERM + "q");
    assertThat(answers.kitty()).isTrue();
    assertThat(answers.complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u001b",
        "\u001b[",
        "\u001b[?62;4",
        "62;4c",
        "\u001b[62;4c",
        "\u001b]11;rgb:ff/ff/ff\u001b[?1;4c\u0007",
        "\u001bP1$r\u001b[?1;4",
        "\u001b_Gi=31;OK",
        "\u001b_Gi=32;OK\u001b\\",
        "\u001b_Gi=31;ENOTSUPPORTED:no\u001b\\",
        "\u001b_Gi=31;OK\u0007",
        "Gi=31;OK\u001b\\"
      })
  void believesNothingElse(String text) {
    Answers answers = of(text);
    assertThat(answers.kitty()).isFalse();
    assertThat(answers.cell(SCREEN)).isNull();
    assertThat(answers.colors()).isEqualTo(256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[6;0;0t",
        "\u001b[6;-1;9t",
        "\u001b[6;99999;99999t",
        "\u001b[6;99999999999;9t",
        "\u001b[6;20t",
        "\u001b[6;;9t",
        "\u001b[?6;20;9t",
        "\u001b[4;0;0t",
        "\u001b[?2;3;660;650S",
        "\u001b[?1;0;0S",
        "\u001b[?1;1;2S"
      })
  void believesNoNonsense(String text) {
    Answers answers = of(text + TMUX);
    assertThat(answers.cell(SCREEN)).isNull();
    assertThat(answers.colors()).isEqualTo(256);
    assertThat(answers.complete()).isTrue();
  }

  @Test
  void givesUpOnWhatDoesNotEnd() {
    String endless = "\u001b]" + "x".repeat(100_000) + "\u001b[" + "1;".repeat(100_000);
    assertThat(of(endless + TMUX).complete()).isTrue();
  }

  @Test
  void survivesNoise() {
    Random random = new Random(7);
    byte[] noise = new byte[100_000];
    random.nextBytes(noise);
    Answers answers = new Answers();
    answers.read(noise, noise.length);
    byte[] last = ("\u001b\\" + TMUX).getBytes(StandardCharsets.ISO_8859_1);
    answers.read(last, last.length);
    assertThat(answers.complete()).isTrue();
  }
}
