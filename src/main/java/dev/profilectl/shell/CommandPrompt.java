package dev.profilectl.shell;

import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Message;
import dev.profilectl.terminal.ReaderTerminal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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

  /** What shows a list, or what is searched for, below the line. */
  private static final List<String> SHOWING_BELOW =
      List.of(
          LineReader.EXPAND_OR_COMPLETE,
          LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD,
          LineReader.HISTORY_INCREMENTAL_SEARCH_FORWARD);

  private final Supplier<ReaderTerminal> open;
  private final Assistant assistant;
  private final @Nullable Path file;
  private final Memory memory = new Memory();

  /** Whether something is shown below the line; the reader forgets that where it draws a hint. */
  private boolean below;

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
            .completer((_, line, found) -> found.addAll(candidates(line)))
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
    for (String name : SHOWING_BELOW) {
      reader.getWidgets().put(name, () -> showBelow(reader, name));
    }
    return reader;
  }

  /** In the order in which they are offered: the newest run first, a flag as help has it. */
  private List<Candidate> candidates(ParsedLine line) {
    List<Candidate> found = new ArrayList<>();
    for (Assistant.Offer offer :
        assistant.offers(line.words().subList(0, line.wordIndex()), line.word())) {
      String about = offer.about().isEmpty() ? null : offer.about();
      int place = found.size() + 1;
      found.add(
          new Candidate(offer.word(), offer.word(), null, about, null, null, offer.whole(), place));
    }
    return found;
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

  private boolean showBelow(LineReader reader, String name) {
    below = true;
    try {
      reader.callWidget("." + name);
      return true;
    } finally {
      below = false;
    }
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
    reader.setAutosuggestion(
        below ? LineReader.SuggestionType.NONE : LineReader.SuggestionType.TAIL_TIP);
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
