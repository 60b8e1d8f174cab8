package dev.profilectl.terminal;

import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up texts with everything in them that has ever broken a terminal, a table or a format. */
public final class HostileText {
  private static final List<String> PIECES =
      List.of(
          "a",
          "N",
          "\\",
          "\\N",
          " ",
          "  ",
          ",",
          "\"",
          "'",
          "\t",
          "\n",
          "\r",
          "\r\n",
          ":",
          "#",
          "- ",
          "\0",
          "\u001b[31m",
          "\u001b]0;title\u0007",
          "\u0007",
          "\b",
          "\u007f",
          "\u0085",
          "\u009b",
          "\u200b",
          "\u200d",
          "\u200c",
          "\u200e",
          "\u200f",
          "\u061c",
          "\u2028",
          "\u2029",
          "\u202e",
          "\u2066",
          "\u2069",
          "\ufeff",
          "\ufe0f",
          "\u00ad",
          "\u3164",
          "\ud800",
          "\udc00",
          "\ufffe",
          "e\u0301",
          "\u0301",
          "张",
          "三",
          "\u3000",
          "👩‍👩‍👧",
          "🇨🇳",
          "🇬",
          "❤️",
          "1️⃣",
          "👍🏽",
          "क्षि",
          "가",
          "\u1100\u1161",
          "𠀀",
          "\udb40\udc41",
          "\ud83d",
          "true",
          "null",
          "1e5",
          "{}",
          "[",
          "~",
          "=1+1",
          "%d",
          "{0}",
          "x".repeat(50));

  private HostileText() {}

  /** Up to twelve pieces in a row, never empty. */
  public static String any(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** Whether no code point could act on a terminal, reorder a line or hide. */
  public static boolean isHarmless(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069)
                    || (c >= 0xE0000 && c <= 0xE007F)
                    || (c >= 0xD800 && c <= 0xDFFF)
                    || List.of(0x200B, 0x200E, 0x200F, 0x061C, 0x2028, 0x2029, 0xFEFF).contains(c));
  }
}
