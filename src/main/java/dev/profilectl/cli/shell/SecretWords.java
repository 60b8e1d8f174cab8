package dev.profilectl.cli.shell;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether words may hold a secret. Rather a line too many is forgotten than one too few. */
final class SecretWords {
  /** A name of a secret, and behind it a value in the same word. */
  private static final Pattern GIVEN =
      Pattern.compile(
          ".*(pass(word|wd|phrase)?|enter[_-]pass|secret|token|bearer|api[_-]?key)[\"' ]*[=:].*",
          Pattern.DOTALL);

  /** A flag of such a name; those that name a file or a command hold none. */
  private static final Pattern FLAG =
      Pattern.compile("--?(pass.*|enter-pass.*|code|pin|secret.*|token.*|access-token.*)");

  private static final Pattern HARMLESS = Pattern.compile(".*-(file|stdin|command)");

  private SecretWords() {}

  static boolean among(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).toLowerCase(Locale.ROOT);
      boolean followed = i + 1 < words.size() && !words.get(i + 1).startsWith("-");
      if (GIVEN.matcher(word).matches()
          || (FLAG.matcher(word).matches() && !HARMLESS.matcher(word).matches() && followed)) {
        return true;
      }
    }
    return false;
  }
}
