package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Needs a pseudo terminal, from {@code script} of util-linux, and a JVM of its own for each case;
 * everything else about prompts is in {@link PromptTest}.
 */
@EnabledIf("hasPseudoTerminals")
@Timeout(60)
class RealTerminalTest {
  private static final String PROMPT = "is not valid: ";

  @TempDir private Path folder;

  /** Asks for a secret; what it was goes to standard output, which is a file. */
  static final class Asking {
    public static void main(String[] args) {
      Screen screen = new Screen(Streams.ofProcess(), ColorChoice.AUTO, Map.of());
      try {
        String secret =
            new Prompt(screen, Locale.ENGLISH, true)
                .secret(Message.of("invalid", "%x"), "--x")
                .orElse("nothing");
        System.out.println(screen.terminals() + " " + Tty.size().orElseThrow() + " " + secret);
      } catch (Failure.Interrupted e) {
        System.exit(130);
      }
    }
  }

  @Test
  void aSecretIsReadAsTypedAndNeverShown() throws IOException, InterruptedException {
    Result result = type("xterm", "pa\\s\"s'w!o $rd张\r");
    assertThat(result.shown).contains("%x is not valid: ").doesNotContain("pa\\", "rd张", "***");
    assertThat(result.out)
        .isEqualTo(
            "Streams[in=true, out=false, err=true] TerminalSize[columns=70, rows=20]"
                + " pa\\s\"s'w!o $rd张\n");
    assertThat(result.exit).isZero();
  }

  @Test
  void aDumbTerminalGetsNoEscapes() throws IOException, InterruptedException {
    Result result = type("dumb", "secret\r");
    assertThat(result.shown).isEqualTo("%x is not valid: \r\n");
    assertThat(result.out).endsWith(" secret\n");
  }

  @Test
  void controlDIsNothing() throws IOException, InterruptedException {
    assertThat(type("xterm", "\u0004").out).endsWith(" nothing\n");
  }

  @Test
  void controlCInterrupts() throws IOException, InterruptedException {
    Result result = type("xterm", "abc\u0003");
    assertThat(result.exit).isEqualTo(130);
    assertThat(result.out).isEmpty();
  }

  private record Result(String shown, String out, int exit) {}

  /** Runs {@link Asking} on a pseudo terminal and types once the prompt is there. */
  private Result type(String terminal, String keys) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    String command =
        "stty cols 70 rows 20; exec \"$JAVA\" --enable-native-access=ALL-UNNAMED"
            + " -XX:TieredStopAtLevel=1 -Dstdout.encoding=UTF-8 -cp \"$CP\" '"
            + Asking.class.getName()
            + "' > \"$OUT\"";
    ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null");
    builder.redirectErrorStream(true);
    builder.environment().put("TERM", terminal);
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().put("OUT", out.toString());
    builder.environment().put("CP", System.getProperty("java.class.path"));
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
    Process process = builder.start();
    try (InputStream screen = process.getInputStream();
        OutputStream keyboard = process.getOutputStream()) {
      StringBuilder shown = new StringBuilder();
      byte[] bytes = new byte[4096];
      boolean typed = false;
      for (int n = screen.read(bytes); n >= 0; n = screen.read(bytes)) {
        shown.append(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
        if (!typed && shown.indexOf(PROMPT) >= 0) {
          typed = true;
          keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
          keyboard.flush();
        }
      }
      return new Result(shown.toString(), Files.readString(out), process.waitFor());
    } finally {
      process.destroyForcibly();
    }
  }

  static boolean hasPseudoTerminals() {
    return Files.isExecutable(Path.of("/usr/bin/script")) && Files.exists(Path.of("/proc/self/fd"));
  }
}
