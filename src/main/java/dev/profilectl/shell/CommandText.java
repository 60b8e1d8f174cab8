package dev.profilectl.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text as a POSIX shell splits it into commands and words: blanks, quotes, backslashes, comments,
 * lines that go on. What such a shell would do more with (variables, pipes, redirection) is found
 * and named, so that no text means one thing here and another there.
 *
 * @param commands those that have a word, one a line
 * @param comments where comments stand
 * @param open what is missing at the end
 * @param foreign what a shell would do more with; {@code null} where there is nothing of it
 */
public record CommandText(
    List<Sentence> commands, List<Span> comments, Open open, @Nullable Foreign foreign) {
  /** What the text leaves open. */
  public enum Open {
    /** Nothing: it is whole. */
    NOTHING,
    /** A quote; the next line belongs to the word. */
    QUOTE,
    /** A backslash at the end of the line; the next line belongs to the command. */
    LINE
  }

  /** A part of the text, from the first character to the one behind the last. */
  public record Span(int start, int end) {}

  /**
   * What only a shell could do.
   *
   * @param at where
   * @param sign what stands there
   */
  public record Foreign(int at, String sign) {}

  /** The words of one line, continued ones together. */
  public record Sentence(List<Word> words) {
    /** The words alone. */
    public List<String> texts(@Nullable String home) {
      return words.stream().map(word -> word.text(home)).toList();
    }
  }

  /**
   * A word.
   *
   * @param raw without quotes and backslashes
   * @param span where it stands with them
   * @param tilde whether it begins with a {@code ~} that stands for the home folder
   */
  public record Word(String raw, Span span, boolean tilde) {
    /** The word; {@code ~} and {@code ~/…} begin with the home folder where there is one. */
    public String text(@Nullable String home) {
      return tilde && home != null ? home + raw.substring(1) : raw;
    }
  }

  /** Copies the lists. */
  public CommandText {
    commands = List.copyOf(commands);
    comments = List.copyOf(comments);
  }

  /** Reads a text; never fails. */
  public static CommandText of(String text) {
    return new Reader(text).read();
  }

  private static final class Reader {
    private static final String OPERATORS = "|&;<>()`";

    private final String text;
    private final List<Sentence> commands = new ArrayList<>();
    private final List<Span> comments = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int at;
    private int start = -1;
    private boolean tilde;
    private Open open = Open.NOTHING;
    private @Nullable Foreign foreign;

    Reader(String text) {
      this.text = text;
    }

    CommandText read() {
      while (at < text.length()) {
        char c = text.charAt(at);
        switch (c) {
          case ' ', '\t', '\r' -> endWord();
          case '\n' -> endCommand();
          case '#' -> {
            if (start < 0) {
              comment();
              continue;
            }
            put(c);
          }
          case '\'' -> single();
          case '"' -> twofold();
          case '\\' -> escaped();
          default -> bare(c);
        }
        at++;
      }
      if (open == Open.NOTHING) {
        endCommand();
      } else {
        endWord();
        commands.add(new Sentence(List.copyOf(words)));
      }
      return new CommandText(commands, comments, open, foreign);
    }

    private void bare(char c) {
      if (OPERATORS.indexOf(c) >= 0) {
        refuse(String.valueOf(c));
      } else if (c == '$') {
        variable();
      } else if (c == '~' && start < 0) {
        int next = at + 1;
        tilde = next == text.length() || " \t\r\n/".indexOf(text.charAt(next)) >= 0;
      }
      put(c);
    }

    private void put(char c) {
      begin();
      word.append(c);
    }

    private void begin() {
      if (start < 0) {
        start = at;
      }
    }

    private void comment() {
      int end = text.indexOf('\n', at);
      int stop = end < 0 ? text.length() : end;
      comments.add(new Span(at, stop));
      at = stop;
    }

    private void single() {
      begin();
      int end = text.indexOf('\'', at + 1);
      word.append(text, at + 1, end < 0 ? text.length() : end);
      if (end < 0) {
        open = Open.QUOTE;
      }
      at = end < 0 ? text.length() : end;
    }

    private void twofold() {
      begin();
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length() && "\"\\$`\n".indexOf(text.charAt(at + 1)) >= 0) {
          at++;
          if (text.charAt(at) != '\n') {
            word.append(text.charAt(at));
          }
          continue;
        }
        if (c == '$') {
          variable();
        } else if (c == '`') {
          refuse("`");
        }
        word.append(c);
      }
      if (at >= text.length()) {
        open = Open.QUOTE;
      }
    }

    private void escaped() {
      at++;
      if (at >= text.length()) {
        open = Open.LINE;
      } else if (text.charAt(at) == '\r' && text.startsWith("\n", at + 1)) {
        at++;
      } else if (text.charAt(at) != '\n') {
        if (start < 0) {
          start = at - 1;
        }
        word.append(text.charAt(at));
      }
    }

    private void variable() {
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      if (Character.isLetterOrDigit(next) || "_{(@*#?$!-'\"".indexOf(next) >= 0) {
        refuse("$");
      }
    }

    private void refuse(String sign) {
      if (foreign == null) {
        foreign = new Foreign(at, sign);
      }
    }

    private void endWord() {
      if (start >= 0) {
        words.add(new Word(word.toString(), new Span(start, Math.min(at, text.length())), tilde));
        word.setLength(0);
        start = -1;
        tilde = false;
      }
    }

    private void endCommand() {
      endWord();
      if (!words.isEmpty()) {
        commands.add(new Sentence(List.copyOf(words)));
        words.clear();
      }
    }
  }
}
