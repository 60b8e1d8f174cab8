package dev.profilectl.terminal;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
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
    try (Terminal terminal = open()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .variable(LineReader.DISABLE_HISTORY, true)
              .variable(LineReader.DISABLE_COMPLETION, true)
              // else a backslash or an exclamation mark of a secret would be eaten
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      String shown = SafePrompt.of(prompt);
      return Optional.of(hidden ? reader.readLine(shown, '\0') : reader.readLine(shown));
    } catch (UserInterruptException e) {
      throw new Interrupted();
    } catch (EndOfFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new Failure.Fault(Message.of("terminal.broken", String.valueOf(e.getMessage())), e);
    }
  }

  private Terminal open() throws IOException {
    return TerminalBuilder.builder()
        .system(true)
        .systemOutput(onErr ? SystemOutput.SysErr : SystemOutput.SysOut)
        .dumb(false)
        .encoding(StandardCharsets.UTF_8)
        // else it queries the terminal first and waits for answers some never give
        .graphemeCluster(false)
        .build();
  }

  /** A prompt without anything JLine or the terminal would act on, except its line breaks. */
  private static final class SafePrompt {
    static String of(String prompt) {
      StringBuilder safe = new StringBuilder();
      for (String line : prompt.split("\n", -1)) {
        safe.append(safe.isEmpty() ? "" : "\n");
        safe.append(SafeText.visible(line).replace("%", "%%"));
      }
      return safe.toString();
    }
  }
}
