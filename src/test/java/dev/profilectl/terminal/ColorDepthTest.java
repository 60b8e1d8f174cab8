package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorDepthTest {
  @ParameterizedTest
  @CsvSource({
    // choice, terminal, environment, depth
    "AUTO,   true,  TERM=xterm-256color, PALETTE_256",
    "AUTO,   true,  TERM=xterm-256color COLORTERM=truecolor, TRUECOLOR",
    "AUTO,   true,  TERM=xterm-kitty, TRUECOLOR",
    "AUTO,   true,  TERM=xterm, ANSI_16",
    "AUTO,   true,  TERM=dumb, NONE",
    "AUTO,   true,  TERM=dumb COLORTERM=truecolor, NONE",
    "AUTO,   true,  X=y, NONE",
    "AUTO,   false, TERM=xterm-256color, NONE",
    "AUTO,   true,  TERM=xterm-256color NO_COLOR=1, NONE",
    "AUTO,   true,  TERM=xterm-256color NO_COLOR=, PALETTE_256",
    "AUTO,   false, TERM=xterm-256color FORCE_COLOR=1, PALETTE_256",
    "AUTO,   false, FORCE_COLOR=1, ANSI_16",
    "AUTO,   false, FORCE_COLOR=3, TRUECOLOR",
    "AUTO,   true,  TERM=xterm-256color FORCE_COLOR=0, NONE",
    "AUTO,   false, FORCE_COLOR=1 NO_COLOR=1, NONE",
    "ALWAYS, false, TERM=xterm-256color NO_COLOR=1, PALETTE_256",
    "ALWAYS, false, TERM=dumb, ANSI_16",
    "NEVER,  true,  TERM=xterm-256color FORCE_COLOR=3, NONE",
  })
  void followsTheEnvironment(ColorChoice choice, boolean terminal, String env, ColorDepth depth) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : env.split(" ", -1)) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    assertThat(ColorDepth.of(choice, environment, terminal)).isEqualTo(depth);
  }
}
