package dev.profilectl.cli.user;

import dev.profilectl.cli.Session;
import dev.profilectl.cli.TextInput;
import java.util.ArrayList;
import java.util.List;

/**
 * The users a command is to work on.
 *
 * @param words each as it names a user
 * @param plain whether exactly one was given plainly, so that the result is one object
 */
public record UserWords(List<String> words, boolean plain) {
  /** Copies the words. */
  public UserWords {
    words = List.copyOf(words);
  }

  /** Reads {@code a b c}, {@code @file} (one a line) and {@code -} (standard input). */
  public static UserWords read(Session session, List<String> given) {
    List<String> words = new ArrayList<>();
    boolean plain = given.size() == 1;
    for (String word : given) {
      if (word.equals("-") || (word.startsWith("@") && word.length() > 1)) {
        plain = false;
        String from = word.equals("-") ? word : word.substring(1);
        TextInput.lines(session.workspace(), from).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .forEach(words::add);
      } else {
        words.add(word);
      }
    }
    return new UserWords(words, plain);
  }
}
