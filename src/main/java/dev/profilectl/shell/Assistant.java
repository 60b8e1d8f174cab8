package dev.profilectl.shell;

import dev.profilectl.terminal.ReaderTerminal.Painted;
import java.util.List;

/** Whoever knows the commands, and helps with typing them. Nothing here may fail or ask. */
public interface Assistant {
  /**
   * Something that can stand where the cursor is.
   *
   * @param word the whole word
   * @param about a few words on it; may be empty
   * @param whole whether a blank may follow
   */
  record Offer(String word, String about, boolean whole) {}

  /**
   * What can stand at the end of a line.
   *
   * @param before the words in front
   * @param prefix what is typed of the word
   */
  List<Offer> offers(List<String> before, String prefix);

  /** What the parts of a line are, in their order. */
  List<Painted> paint(CommandText line);

  /** What may come next, shown behind the cursor; empty for nothing. */
  String hint(CommandText line, boolean endsWithBlank);

  /** Whether a line holds a secret, and so must not be remembered. */
  boolean isSecret(List<String> words);
}
