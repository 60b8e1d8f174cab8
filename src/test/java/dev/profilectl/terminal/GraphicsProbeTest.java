package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class GraphicsProbeTest {
  private static final String KITTY = "\u001b_Gi=31;OK\u001b\\";
  private static final String SIXEL = "\u001b[?62;4c";
  private static final String NEITHER = "\u001b[?62;c";

  private static Protocol protocol(String answer, String... environment) {
    Answers answers = new Answers();
    byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
    answers.read(bytes, bytes.length);
    Map<String, String> variables =
        environment.length == 0 ? Map.of() : Map.of(environment[0], environment[1]);
    return GraphicsProbe.conclude(answers, variables, null).protocol();
  }

  @Test
  void takesTheBestTheTerminalAnswersFor() {
    assertThat(protocol(KITTY + SIXEL)).isEqualTo(Protocol.KITTY);
    assertThat(protocol(SIXEL)).isEqualTo(Protocol.SIXEL);
    assertThat(protocol(NEITHER)).isEqualTo(Protocol.BLOCKS);
    assertThat(protocol("")).isEqualTo(Protocol.BLOCKS);
  }

  @Test
  void believesTheEnvironmentOnlyOfATerminalThatAnswers() {
    assertThat(protocol(NEITHER, "TERM_PROGRAM", "iTerm.app")).isEqualTo(Protocol.ITERM2);
    assertThat(protocol(SIXEL, "TERM_PROGRAM", "WezTerm")).isEqualTo(Protocol.ITERM2);
    assertThat(protocol(NEITHER, "LC_TERMINAL", "iTerm2")).isEqualTo(Protocol.ITERM2);
    assertThat(protocol("", "TERM_PROGRAM", "iTerm.app")).isEqualTo(Protocol.BLOCKS);
    assertThat(protocol(NEITHER, "KITTY_WINDOW_ID", "1"))
        .as("inherited from the terminal this one was started in")
        .isEqualTo(Protocol.BLOCKS);
  }

  @Test
  void tmuxAnswersForItself() {
    assertThat(protocol(NEITHER, "TMUX", "/tmp/x,1,0")).isEqualTo(Protocol.BLOCKS);
    assertThat(protocol(SIXEL, "TMUX", "/tmp/x,1,0")).isEqualTo(Protocol.SIXEL);
    assertThat(GraphicsProbe.question(Map.of("TERM", "tmux-256color")).orElseThrow())
        .doesNotContain("Gi=31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dumb", "linux", "vt100", "eterm-color"})
  void asksNoTerminalThatWouldShowTheQuestion(String term) {
    assertThat(GraphicsProbe.question(Map.of("TERM", term))).isEmpty();
  }

  @Test
  void asksNoScreenAndNoAppleTerminal() {
    assertThat(GraphicsProbe.question(Map.of())).isEmpty();
    assertThat(GraphicsProbe.question(Map.of("TERM", "screen", "STY", "1.x"))).isEmpty();
    assertThat(
            GraphicsProbe.question(
                Map.of("TERM", "xterm-256color", "TERM_PROGRAM", "Apple_Terminal")))
        .isEmpty();
  }

  @Test
  void theLastQuestionIsOneThatEveryTerminalAnswers() {
    for (String term : new String[] {"xterm-256color", "xterm-kitty", "tmux-256color"}) {
      String question = GraphicsProbe.question(Map.of("TERM", term)).orElseThrow();
      assertThat(question).endsWith("\u001b[c\r\u001b[K");
      assertThat(question.contains("S")).isEqualTo(term.equals("xterm-256color"));
    }
  }

  @Test
  void withoutATerminalNobodyIsAsked() {
    Screen screen = new Screen(new Streams(false, true, true), ColorChoice.AUTO, Map.of());
    try (GraphicsProbe probe = GraphicsProbe.of(screen, Map.of("TERM", "xterm"))) {
      assertThat(probe.graphics()).isEqualTo(Graphics.unasked(Protocol.BLOCKS));
    }
  }

  @Test
  void aQuestionEndsWithTheLastAnswer() throws IOException {
    ByteArrayOutputStream asked = new ByteArrayOutputStream();
    byte[] answer = (KITTY + SIXEL).getBytes(StandardCharsets.US_ASCII);
    Question question = Question.ask("?", new ByteArrayInputStream(answer), asked);
    assertThat(question.await(10_000)).isTrue();
    assertThat(question.answers().kitty()).isTrue();
    assertThat(asked.toString(StandardCharsets.US_ASCII)).isEqualTo("?");
  }

  @Test
  void halfAnAnswerIsNone() throws IOException {
    try (PipedOutputStream terminal = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(terminal)) {
      terminal.write(KITTY.getBytes(StandardCharsets.US_ASCII));
      terminal.flush();
      Question question = Question.ask("?", in, new ByteArrayOutputStream());
      assertThat(question.await(30)).isFalse();
      assertThat(question.answers().kitty()).isFalse();
      terminal.write(SIXEL.getBytes(StandardCharsets.US_ASCII));
      terminal.flush();
      assertThat(question.await(10_000)).as("late, and swallowed").isTrue();
    }
  }
}
