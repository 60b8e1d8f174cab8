package dev.profilectl.remote.fake;

import java.util.Random;

/** Ids of 26 characters, the same in every run. */
final class WeiduIds {
  private static final String ALPHABET = "ybndrfg8ejkmcpqxot1uwisza345h769";

  private final Random random = new Random(42);

  synchronized String next() {
    var id = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
