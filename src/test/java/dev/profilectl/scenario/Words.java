package dev.profilectl.scenario;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as a POSIX shell does, and does nothing else a shell does. */
final class Words {
  private Words() {}

  static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < line.length() && isEscaped(quote, line, i + 1)) {
        i++;
        word.append(line.charAt(i));
        begun = true;
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        begun = true;
      } else if (c == ' ') {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
        }
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("a quote is left open: " + line);
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isEscaped(char quote, String line, int at) {
    return quote == 0 || "\"\\$`".indexOf(line.charAt(at)) >= 0;
  }
}
