package dev.profilectl.shell;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A script, a command at a time, as soon as its line is there: whoever writes it may wait. */
public final class ScriptReader {
  /** Characters of one command; far more than any can need. */
  private static final int LONGEST = 1 << 20;

  private final BufferedReader lines;
  private final String name;
  private final @Nullable String home;
  private long line;

  /**
   * Of UTF-8 text, with or without a byte order mark.
   *
   * @param name for sentences
   * @param home what {@code ~} stands for; {@code null} where there is none
   */
  public ScriptReader(InputStream in, String name, @Nullable String home) {
    this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    this.name = name;
    this.home = home;
  }

  /**
   * A command of a script.
   *
   * @param line where it begins, from 1
   * @param words at least one
   */
  public record Step(long line, List<String> words) {}

  /** The line that was read last, from 1. */
  public long line() {
    return line;
  }

  /**
   * The next command; empty at the end.
   *
   * @throws Usage where a line cannot be understood; what follows it can be read all the same
   * @throws Fault where nothing can be read any more
   */
  public Optional<Step> next() {
    String text = lineOrNull();
    while (text != null) {
      long first = line;
      CommandText read = CommandText.of(text);
      while (read.open() != CommandText.Open.NOTHING) {
        String more = lineOrNull();
        if (more == null || text.length() + more.length() > LONGEST) {
          line = first;
          throw new Usage(Message.of("script.open"));
        }
        text = text + "\n" + more;
        read = CommandText.of(text);
      }
      CommandText.Foreign foreign = read.foreign();
      if (foreign != null) {
        line = first;
        throw new Usage(Message.of("script.foreign", foreign.sign()));
      }
      if (!read.commands().isEmpty()) {
        return Optional.of(new Step(first, read.commands().getFirst().texts(home)));
      }
      text = lineOrNull();
    }
    return Optional.empty();
  }

  private @Nullable String lineOrNull() {
    try {
      String read = lines.readLine();
      line++;
      return read != null && line == 1 && read.startsWith("\ufeff") ? read.substring(1) : read;
    } catch (CharacterCodingException notUtf8) {
      throw new Fault(Message.of("file.not-utf8", name), notUtf8);
    } catch (IOException unreadable) {
      throw new Fault(Message.of("file.unreadable", name), unreadable);
    }
  }
}
