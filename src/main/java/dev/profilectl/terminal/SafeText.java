package dev.profilectl.terminal;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Text that may be sent to a terminal whoever wrote it. Everything that would act on the terminal,
 * reorder the line or be invisible is spelled out: controls, escapes, bidi marks and overrides,
 * line and paragraph separators, tag characters, lone surrogates, fillers, stray joiners and
 * variation selectors. Joiners inside emoji and in the scripts that are written with them stay.
 */
public final class SafeText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** Unicode's stream-safe limit; a longer run of marks is a smear over the lines around it. */
  private static final int MARKS_IN_A_ROW = 30;

  /** Letters and marks that show nothing although they are no format characters. */
  private static final Set<Integer> BLANKS =
      Set.of(
          0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0);

  private static final Set<UnicodeScript> JOINED_SCRIPTS =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.NKO,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  private SafeText() {}

  /**
   * The text on one line with everything unsafe spelled out: {@code \n}, {@code \x1b}, a backslash
   * with {@code u202e}, or with <code>u{e0041}</code> beyond the basic plane. For eyes; a backslash
   * of the text stays one, so this cannot be read back.
   */
  public static String visible(String text) {
    return replaceUnsafe(text, SafeText::spelled);
  }

  /**
   * The text with every unsafe code point (a lone surrogate counts as one) replaced by its {@code
   * spelling}, for formats that have an escape of their own.
   */
  public static String replaceUnsafe(String text, IntFunction<String> spelling) {
    int clean = plainPrefix(text);
    if (clean == text.length()) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, clean);
    int marks = 0;
    for (int i = clean; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MARKS_IN_A_ROW || isUnsafe(text, i, c)) {
        safe.append(spelling.apply(c));
      } else {
        safe.appendCodePoint(c);
      }
      i = next;
    }
    return safe.toString();
  }

  private static int plainPrefix(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < 0x7F) {
      i++;
    }
    return i;
  }

  private static boolean isUnsafe(String text, int at, int c) {
    if (c < 0x7F) {
      return c < ' ';
    }
    if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
      return !joins(text, at, c);
    }
    if (isVariationSelector(c)) {
      return !varies(text, at, c);
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.UNASSIGNED -> !Character.isExtendedPictographic(c);
      default -> BLANKS.contains(c);
    };
  }

  private static boolean joins(String text, int at, int joiner) {
    if (at == 0) {
      return false;
    }
    int before = text.codePointBefore(at);
    if (JOINED_SCRIPTS.contains(UnicodeScript.of(before))) {
      return true;
    }
    int after = at + 1 < text.length() ? text.codePointAt(at + 1) : -1;
    return joiner == ZERO_WIDTH_JOINER
        && after >= 0
        && Character.isExtendedPictographic(after)
        && (Character.isExtendedPictographic(before)
            || Character.isEmojiModifier(before)
            || isVariationSelector(before));
  }

  private static boolean varies(String text, int at, int selector) {
    if (at == 0) {
      return false;
    }
    int before = text.codePointBefore(at);
    if (selector == 0xFE0E || selector == 0xFE0F) {
      return Character.isEmoji(before);
    }
    return Character.isIdeographic(before)
        || (before > 0x7F
            && selector <= 0xFE0F
            && !isVariationSelector(before)
            && !isMark(before)
            && (Character.isLetter(before) || Character.getType(before) == Character.MATH_SYMBOL));
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static boolean isMark(int c) {
    int type = c < 0x300 ? Character.OTHER_LETTER : Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static String spelled(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          c < 0x100
              ? "\\x" + hex(c, 2)
              : c < 0x10000 ? "\\u" + hex(c, 4) : "\\u{" + Integer.toHexString(c) + "}";
    };
  }

  private static String hex(int c, int digits) {
    String hex = Integer.toHexString(c);
    return "0".repeat(digits - hex.length()) + hex;
  }
}
