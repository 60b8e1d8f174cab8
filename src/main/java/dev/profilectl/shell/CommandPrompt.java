package dev.profilectl.shell;

import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Message;
import dev.profilectl.terminal.ReaderTerminal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

/** The line a person types: with completion, colours, hints and a memory that keeps no secret. */
public final class CommandPrompt {
  private static final int REMEMBERED = 2_000;

  /** So many things are offered without asking whether all of them are to be shown. */
  private static final int FITTING = 100;

  private final Supplier<ReaderTerminal> open;
  private final Assistant assistant;
  private final @Nullable Path file;
  private final Memory memory = new Memory();

  /**
   * On a terminal, which is opened for each line.
   *
   * @param file with the lines of before, which is there; {@code null} for none
   */
  public CommandPrompt(Supplier<ReaderTerminal> open, Assistant assistant, @Nullable Path file) {
    this.open = open;
    this.assistant = assistant;
    this.file = file;
  }

  private LineReader reader(ReaderTerminal terminal) {
    LineReaderBuilder builder =
        terminal
            .reader()
            .appName("profilectl")
            .parser(this::parsed)
            .completer(
                (_, line, found) ->
                    assistant
                        .offers(line.words().subList(0, line.wordIndex()), line.word())
                        .forEach(offer -> found.add(candidate(offer))))
            .variable(LineReader.HISTORY_SIZE, REMEMBERED)
            .variable(LineReader.HISTORY_FILE_SIZE, REMEMBERED)
            .variable(LineReader.LIST_MAX, FITTING)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
            // else an exclamation mark would be eaten
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.HISTORY_IGNORE_SPACE, true)
            .option(Option.HISTORY_IGNORE_DUPS, true)
            .option(Option.HISTORY_TIMESTAMPED, false)
            .option(Option.BRACKETED_PASTE, true)
            .option(Option.AUTO_GROUP, false)
            .option(Option.CASE_INSENSITIVE, true);
    if (file != null) {
      builder.variable(LineReader.HISTORY_FILE, file);
    }
    LineReader[] made = new LineReader[1];
    builder.highlighter(ReaderTerminal.highlighter(text -> painted(made[0], text)));
    LineReader reader = builder.history(memory).build();
    made[0] = reader;
    reader.setAutosuggestion(LineReader.SuggestionType.TAIL_TIP);
    reader.getWidgets().put(LineReader.ACCEPT_LINE, () -> accept(terminal, reader));
    return reader;
  }

  private static Candidate candidate(Assistant.Offer offer) {
    String about = offer.about().isEmpty() ? null : offer.about();
    return new Candidate(offer.word(), offer.word(), null, about, null, null, offer.whole(), 0);
  }

  /**
   * One or more commands, whole.
   *
   * @return empty for Ctrl-D
   * @throws Interrupted for Ctrl-C, which throws away what was typed
   */
  public Optional<String> read(List<ReaderTerminal.Piece> prompt) {
    try (ReaderTerminal terminal = open.get()) {
      return Optional.of(reader(terminal).readLine(terminal.prompt(prompt)));
    } catch (UserInterruptException stopped) {
      throw new Interrupted(Message.of("terminal.interrupted"));
    } catch (EndOfFileException end) {
      return Optional.empty();
    }
  }

  /** The rest of a paste must not become the next lines, one after another. */
  private static boolean accept(ReaderTerminal terminal, LineReader reader) {
    if (terminal.typedAhead()) {
      reader.getBuffer().write('\n');
      return true;
    }
    reader.callWidget("." + LineReader.ACCEPT_LINE);
    return true;
  }

  private ParsedLine parsed(String line, int cursor, Parser.ParseContext context) {
    if (context == Parser.ParseContext.ACCEPT_LINE
        && CommandText.of(line).open() != CommandText.Open.NOTHING) {
      throw new EOFError(-1, -1, "open");
    }
    return WordsBefore.of(line, cursor);
  }

  /** The reader asks for colours whenever it draws, right before it draws the hint. */
  private List<ReaderTerminal.Painted> painted(LineReader reader, String text) {
    CommandText line = CommandText.of(text);
    boolean blank = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    boolean whole = line.open() == CommandText.Open.NOTHING && text.indexOf('\n') < 0;
    reader.setTailTip(whole ? assistant.hint(line, blank) : "");
    return assistant.paint(line);
  }

  /** What was typed, but for what must not be kept. */
  private final class Memory extends DefaultHistory {
    @Override
    public void add(Instant time, String line) {
      boolean secret =
          CommandText.of(line).commands().stream()
              .anyMatch(command -> assistant.isSecret(command.texts(null)));
      if (!secret) {
        super.add(time, line);
      }
    }
  }
}
