package dev.profilectl.failure;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate the fewest typing slips away from {@code word} (a letter too many, missing, wrong
   * or swapped with its neighbour; case and {@code -} for {@code _} are none), the first of equals;
   * empty where even that is a different word: more than a third of its letters, at least one.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String best = null;
    int fewest = Integer.MAX_VALUE;
    String typed = plain(word);
    for (String candidate : candidates) {
      int allowed = Math.max(1, candidate.length() / 3);
      if (Math.abs(candidate.length() - typed.length()) > allowed) {
        continue;
      }
      int slips = slips(typed, plain(candidate));
      if (slips <= allowed && slips < Math.min(fewest, candidate.length())) {
        best = candidate;
        fewest = slips;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Optimal string alignment distance, two rows back kept for the swap. */
  private static int slips(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + wrong);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
