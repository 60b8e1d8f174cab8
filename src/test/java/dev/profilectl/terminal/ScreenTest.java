package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private final AtomicInteger questions = new AtomicInteger();

  private Screen screen(boolean terminal, Map<String, String> environment) {
    return new Screen(
        new Streams(false, terminal, true),
        ColorChoice.AUTO,
        environment,
        () -> {
          questions.incrementAndGet();
          return Optional.of(new TerminalSize(90, 30));
        });
  }

  @Test
  void asksTheTerminalOnceAndOnlyWhenNeeded() {
    Screen screen = screen(true, Map.of());
    assertThat(questions).hasValue(0);
    assertThat(screen.width()).isEqualTo(90);
    assertThat(screen.height()).isEqualTo(30);
    assertThat(questions).hasValue(1);
  }

  @Test
  void believesColumns() {
    assertThat(screen(true, Map.of("COLUMNS", "40")).width()).isEqualTo(40);
    assertThat(screen(false, Map.of("COLUMNS", "40")).width()).isEqualTo(40);
    assertThat(screen(true, Map.of("COLUMNS", "0")).width()).isEqualTo(90);
    assertThat(screen(true, Map.of("COLUMNS", "wide")).width()).isEqualTo(90);
  }

  @Test
  void aPipeHasNoWidth() {
    assertThat(screen(false, Map.of()).width()).isNull();
    assertThat(questions).hasValue(0);
  }

  @Test
  void readsWhatSttySays() {
    assertThat(Tty.parse("24 80")).contains(new TerminalSize(80, 24));
    assertThat(Tty.parse("0 0")).isEmpty();
    assertThat(Tty.parse("")).isEmpty();
    assertThat(Tty.parse("stty: not a tty")).isEmpty();
  }

  @Test
  void aDumbTerminalDoesNotMove() {
    assertThat(screen(true, Map.of("TERM", "dumb")).errMoves()).isFalse();
    assertThat(screen(true, Map.of("TERM", "xterm")).errMoves()).isTrue();
  }
}
