package dev.profilectl.terminal;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The terminal for a reader of lines, open for one of them: a command behind it may ask questions
 * or start an editor, and a process can have this terminal open only once. Only for where standard
 * input and output are terminals.
 */
public final class ReaderTerminal implements AutoCloseable {
  private static final int PASTED_LOOKS = 5;
  private static final long LOOK_MILLIS = 3;

  /** The keys that JLine did not read yet; it does not tell of them itself. */
  private final InputStream typed = new FileInputStream(FileDescriptor.in);

  private final Terminal terminal;
  private final boolean colors;

  private ReaderTerminal(Terminal terminal, boolean colors) {
    this.terminal = terminal;
    this.colors = colors;
  }

  /** What a part of a line is, for its colour. */
  public enum Look {
    /** A command. */
    COMMAND(AttributedStyle.DEFAULT.bold()),
    /** Nothing special. */
    PLAIN(AttributedStyle.DEFAULT),
    /** A flag. */
    FLAG(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)),
    /** In quotes. */
    QUOTED(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)),
    /** A comment. */
    COMMENT(AttributedStyle.DEFAULT.faint()),
    /** What will be refused. */
    WRONG(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)),
    /** What one must not overlook. */
    WARNING(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED).bold());

    private final AttributedStyle style;

    Look(AttributedStyle style) {
      this.style = style;
    }
  }

  /** A part of a line, from its first character to the one behind the last, and what it is. */
  public record Painted(int start, int end, Look look) {}

  /**
   * Opens the terminal of the process.
   *
   * @throws Failure.Fault where it cannot be opened
   */
  public static ReaderTerminal open(Screen screen) {
    try {
      return new ReaderTerminal(JlineKeyboard.open(false, false), screen.outColors().any());
    } catch (IOException | IllegalStateException broken) {
      throw new Failure.Fault(
          Message.of("terminal.broken", String.valueOf(broken.getMessage())), broken);
    }
  }

  /** Begins a reader on it. */
  public LineReaderBuilder reader() {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .option(LineReader.Option.DISABLE_HIGHLIGHTER, !colors);
  }

  /** Colours lines as they are typed. */
  public static Highlighter highlighter(Function<String, List<Painted>> paint) {
    return (_, text) -> painted(text, paint.apply(text));
  }

  private static AttributedString painted(String text, List<Painted> parts) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    int at = 0;
    for (Painted part : parts) {
      if (part.start >= at && part.end <= text.length()) {
        line.append(text, at, part.start);
        line.styled(part.look.style, text.substring(part.start, part.end));
        at = part.end;
      }
    }
    return line.append(text, at, text.length()).toAttributedString();
  }

  /** A piece of a prompt. */
  public record Piece(String text, Look look) {}

  /** A prompt, in colour where the terminal takes any. */
  public String prompt(List<Piece> pieces) {
    StringBuilder prompt = new StringBuilder();
    for (Piece piece : pieces) {
      String safe = SafeText.visible(piece.text).replace("%", "%%");
      prompt.append(colors ? new AttributedString(safe, piece.look.style).toAnsi(terminal) : safe);
    }
    return prompt.toString();
  }

  /** Whether more was typed already, faster than anybody types: the rest of a paste. */
  public boolean typedAhead() {
    // Not by a peek with a time limit: what waits for it goes on waiting after the limit, and
    // would take a key away from who reads next.
    try {
      for (int look = 0; look < PASTED_LOOKS; look++) {
        if (terminal.reader().available() > 0 || typed.available() > 0) {
          return true;
        }
        Thread.sleep(LOOK_MILLIS);
      }
      return false;
    } catch (IOException gone) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException gone) {
      // it went before us; there is nothing to put back
      return;
    }
  }
}
