package dev.profilectl.shell;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A line up to the cursor, as the reader wants to see it.
 *
 * @param line all of it
 * @param cursor where the cursor is
 * @param before the words of the command in front of the one at the cursor
 * @param word what is typed of that one, without quotes
 * @param start where it begins
 */
record WordsBefore(String line, int cursor, List<String> before, String word, int start)
    implements CompletingParsedLine {
  static WordsBefore of(String line, int cursor) {
    String typed = line.substring(0, cursor);
    CommandText read = CommandText.of(typed);
    boolean newLine =
        read.open() == CommandText.Open.NOTHING
            && typed.stripTrailing().length() < typed.length()
            && typed.substring(typed.stripTrailing().length()).indexOf('\n') >= 0;
    if (read.commands().isEmpty() || newLine) {
      return new WordsBefore(line, cursor, List.of(), "", cursor);
    }
    List<CommandText.Word> words = read.commands().getLast().words();
    List<String> texts = words.stream().map(CommandText.Word::raw).toList();
    if (!words.isEmpty() && words.getLast().span().end() == cursor) {
      CommandText.Word last = words.getLast();
      return new WordsBefore(
          line, cursor, texts.subList(0, texts.size() - 1), last.raw(), last.span().start());
    }
    return new WordsBefore(line, cursor, texts, "", cursor);
  }

  @Override
  public int wordCursor() {
    return word.length();
  }

  @Override
  public int wordIndex() {
    return before.size();
  }

  @Override
  public List<String> words() {
    List<String> all = new ArrayList<>(before);
    all.add(word);
    return all;
  }

  /**
   * A word that is not whole stays open, so that what follows belongs to it. Nothing stays nothing:
   * the reader takes away as much as this says of what was typed.
   */
  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    if (candidate.isEmpty()) {
      return "";
    }
    String quoted = Quoted.word(candidate.toString());
    if (candidate.toString().startsWith("~/")) {
      return "~/" + (candidate.length() > 2 ? Quoted.word(candidate.toString().substring(2)) : "");
    }
    return !complete && quoted.endsWith("'") ? quoted.substring(0, quoted.length() - 1) : quoted;
  }

  @Override
  public int rawWordCursor() {
    return cursor - start;
  }

  @Override
  public int rawWordLength() {
    return cursor - start;
  }
}
