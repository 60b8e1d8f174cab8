package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** A pseudo terminal that answers as it is told to, and then gets a line typed. */
@EnabledIf("dev.profilectl.terminal.RealTerminalTest#hasPseudoTerminals")
@Timeout(60)
class RealGraphicsTest {
  private static final String QUESTION = "\u001b[c";
  private static final String FOUND = "found ";
  private static final String READY = "ready\r\n";
  private static final String KITTY = "\u001b_Gi=31;OK\u001b\\\u001b[6;20;9t\u001b[?62;c";

  /** Asks, then reads a line as the shell would. */
  static final class Asking {
    public static void main(String[] args) throws IOException {
      Screen screen = new Screen(Streams.ofProcess(), ColorChoice.AUTO, Map.of());
      try (GraphicsProbe probe = GraphicsProbe.of(screen, Map.of("TERM", "xterm"))) {
        System.out.println(FOUND + probe.graphics());
      }
      System.out.print("ready\n");
      System.out.flush();
      var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      System.out.println("line=" + lines.readLine());
    }
  }

  /** What is sent to the program once it has shown something. */
  private record Cue(String shown, String keys) {}

  private static final Cue TYPED = new Cue(READY, "hello\r");

  @Test
  void aTerminalAnswers() throws IOException, InterruptedException {
    assertThat(play(new Cue(QUESTION, KITTY), TYPED))
        .contains("found Graphics[protocol=KITTY, cell=Size[width=9, height=20], colors=256]")
        .endsWith(READY + "hello\r\nline=hello\r\n");
  }

  @Test
  void aTerminalIsSilent() throws IOException, InterruptedException {
    assertThat(play(TYPED))
        .contains("found Graphics[protocol=BLOCKS,")
        .endsWith(READY + "hello\r\nline=hello\r\n");
  }

  @Test
  void aTerminalAnswersTooLate() throws IOException, InterruptedException {
    assertThat(play(new Cue(FOUND, KITTY), TYPED))
        .contains("found Graphics[protocol=BLOCKS,")
        .endsWith(READY + "hello\r\nline=hello\r\n");
  }

  @Test
  void aTerminalAnswersInHalves() throws IOException, InterruptedException {
    assertThat(play(new Cue(QUESTION, "\u001b_Gi=31;OK\u001b\\\u001b[?62"), TYPED))
        .contains("found Graphics[protocol=BLOCKS,")
        .endsWith(READY + "hello\r\nline=hello\r\n");
  }

  /** All that is shown. */
  private static String play(Cue... cues) throws IOException, InterruptedException {
    String command =
        "exec \"$JAVA\" -XX:TieredStopAtLevel=1 -cp \"$CP\" '" + Asking.class.getName() + "'";
    ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null");
    builder.redirectErrorStream(true);
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().put("CP", System.getProperty("java.class.path"));
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
    Process process = builder.start();
    List<Cue> left = new ArrayList<>(List.of(cues));
    try (InputStream screen = process.getInputStream();
        OutputStream keyboard = process.getOutputStream()) {
      StringBuilder shown = new StringBuilder();
      byte[] bytes = new byte[4096];
      for (int n = screen.read(bytes); n >= 0; n = screen.read(bytes)) {
        shown.append(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
        if (!left.isEmpty() && shown.indexOf(left.getFirst().shown()) >= 0) {
          keyboard.write(left.removeFirst().keys().getBytes(StandardCharsets.UTF_8));
          keyboard.flush();
        }
      }
      process.waitFor();
      return shown.toString();
    } finally {
      process.destroyForcibly();
    }
  }
}
