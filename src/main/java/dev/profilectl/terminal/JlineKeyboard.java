package dev.profilectl.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.util.List;
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
  /** Between what was typed and why it is wrong. */
  private static final String BETWEEN = "   <- ";

  private static final int USUAL_WIDTH = 80;

  private final boolean onErr;
  private final boolean draws;

  /**
   * On standard input.
   *
   * @param onErr whether it shows things by standard error, not by standard output
   * @param draws whether the terminal can show a line again
   */
  JlineKeyboard(boolean onErr, boolean draws) {
    this.onErr = onErr;
    this.draws = draws;
  }

  @Override
  public Optional<String> read(String prompt, boolean hidden, Check check) {
    try (Terminal terminal = open(hidden, onErr)) {
      Check live = draws ? check : Check.NONE;
      return hidden ? hiddenLine(terminal, prompt, live) : line(terminal, prompt, live);
    } catch (IOException | IllegalStateException e) {
      throw new Failure.Fault(Message.of("terminal.broken", String.valueOf(e.getMessage())), e);
    }
  }

  private static Optional<String> line(Terminal terminal, String prompt, Check check) {
    LineReader[] made = new LineReader[1];
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .variable(LineReader.DISABLE_HISTORY, true)
            .variable(LineReader.DISABLE_COMPLETION, true)
            // else a backslash or an exclamation mark would be eaten
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            // the reader asks for colours whenever it draws, right before it draws the hint
            .highlighter(
                ReaderTerminal.highlighter(
                    text -> {
                      made[0].setTailTip(hint(check, text));
                      return List.of();
                    }))
            .build();
    made[0] = reader;
    reader.setAutosuggestion(LineReader.SuggestionType.TAIL_TIP);
    reader.getWidgets().put(LineReader.ACCEPT_LINE, () -> accept(reader, check));
    try {
      return Optional.of(reader.readLine(safe(prompt).replace("%", "%%")));
    } catch (UserInterruptException e) {
      throw new Failure.Interrupted(Message.of("terminal.interrupted"));
    } catch (EndOfFileException e) {
      return Optional.empty();
    }
  }

  private static String hint(Check check, String typed) {
    String wrong = typed.isEmpty() ? null : check.wrong(typed);
    return wrong == null ? "" : BETWEEN + SafeText.visible(wrong);
  }

  /** What is wrong stays in its line, with the reason behind it. */
  private static boolean accept(LineReader reader, Check check) {
    if (hint(check, reader.getBuffer().toString()).isEmpty()) {
      reader.callWidget("." + LineReader.ACCEPT_LINE);
    } else {
      reader.getBuffer().cursor(reader.getBuffer().length());
      reader.callWidget(LineReader.BEEP);
    }
    return true;
  }

  /** Shows behind a prompt why what is typed blind cannot be taken. */
  private record Hints(Terminal terminal, String prompt, Check check)
      implements HiddenLine.Watcher {
    @Override
    public void typed(String line) {
      if (check.equals(Check.NONE)) {
        return;
      }
      String last = prompt.substring(prompt.lastIndexOf('\n') + 1);
      int columns = terminal.getColumns();
      int width = columns > 0 ? columns : USUAL_WIDTH;
      String text = last + hint(check, line);
      while (text.length() > last.length() && DisplayWidth.of(text) >= width) {
        text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
      }
      terminal.writer().print("\r\u001b[K" + text);
      terminal.flush();
    }

    @Override
    public boolean ends(String line) {
      return hint(check, line).isEmpty();
    }
  }

  /** Not by JLine's reader, which on a dumb terminal hides by writing the prompt over and over. */
  private static Optional<String> hiddenLine(Terminal terminal, String prompt, Check check)
      throws IOException {
    Attributes before = terminal.enterRawMode();
    Attributes raw = terminal.getAttributes();
    raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
    terminal.setAttributes(raw);
    try {
      terminal.writer().print(safe(prompt));
      terminal.flush();
      return HiddenLine.read(terminal.reader(), new Hints(terminal, safe(prompt), check));
    } finally {
      terminal.setAttributes(before);
      terminal.writer().print("\n");
      terminal.flush();
    }
  }

  /**
   * Opens the terminal of the process.
   *
   * @param hidden whether what is typed is not to be shown
   * @param onErr whether it shows things by standard error, not by standard output
   */
  static Terminal open(boolean hidden, boolean onErr) throws IOException {
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
