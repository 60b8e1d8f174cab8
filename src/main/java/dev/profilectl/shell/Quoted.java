package dev.profilectl.shell;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as text that {@link CommandText}, and any POSIX shell, reads as the same words. */
public final class Quoted {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_./:=@%+,-][A-Za-z0-9_./:=@%+,~-]*");

  private Quoted() {}

  /** A word, in quotes where it needs some. */
  public static String word(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Words as one line, or more where a word has line ends. */
  public static String line(Collection<String> words) {
    return words.stream().map(Quoted::word).collect(Collectors.joining(" "));
  }
}
