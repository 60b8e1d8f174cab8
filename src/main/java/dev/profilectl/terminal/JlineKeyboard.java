package dev.profilectl.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;

/**
 * JLine on the terminal, opened for one question and closed after it, so that nothing else of the
 * program runs with a terminal in raw mode. To be used only where standard input is a terminal:
 * JLine writes escape sequences to whatever it opens.
 */
final class JlineKeyboard implements Keyboard {
  private final boolean onErr;

  JlineKeyboard(boolean onErr) {
    this.onErr = onErr;
  }

  @Override
  public Optional<String> read(String prompt, boolean hidden) {
    try (Terminal terminal = open(hidden)) {
      return hidden ? hiddenLine(terminal, prompt) : line(terminal, prompt);
    } catch (IOException | IllegalStateException e) {
      throw new Failure.Fault(Message.of("terminal.broken", String.valueOf(e.getMessage())), e);
    }
  }

  private static Optional<String> line(Terminal terminal, String prompt) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .variable(LineReader.DISABLE_HISTORY, true)
            .variable(LineReader.DISABLE_COMPLETION, true)
            // else a backslash or an exclamation mark would be eaten
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    try {
      return Optional.of(reader.readLine(safe(prompt).replace("%", "%%")));
    } catch (UserInterruptException e) {
      throw new Failure.Interrupted(Message.of("terminal.interrupted"));
    } catch (EndOfFileException e) {
      return Optional.empty();
    }
  }

  /** Not by JLine's reader, which on a dumb terminal hides by writing the prompt over and over. */
  private static Optional<String> hiddenLine(Terminal terminal, String prompt) throws IOException {
    Attributes before = terminal.enterRawMode();
    Attributes raw = terminal.getAttributes();
    raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
    terminal.setAttributes(raw);
    try {
      terminal.writer().print(safe(prompt));
      terminal.flush();
      return HiddenLine.read(terminal.reader());
    } finally {
      terminal.setAttributes(before);
      terminal.writer().print("\n");
      terminal.flush();
    }
  }

  private Terminal open(boolean hidden) throws IOException {
    TerminalBuilder builder = TerminalBuilder.builder();
    if (hidden) {
      // what JLine opens for TERM=dumb cannot turn the echo off; no capability is used here
      builder.type("ansi");
    }
    return builder
        .system(true)
        .systemOutput(onErr ? SystemOutput.SysErr : SystemOutput.SysOut)
        .dumb(false)
        .encoding(UTF_8)
        .stdinEncoding(UTF_8)
        .stdoutEncoding(UTF_8)
        .stderrEncoding(UTF_8)
        // else it queries the terminal first and waits for answers some never give
        .graphemeCluster(false)
        .build();
  }

  private static String safe(String prompt) {
    return String.join("\n", prompt.lines().map(SafeText::visible).toList());
  }
}
