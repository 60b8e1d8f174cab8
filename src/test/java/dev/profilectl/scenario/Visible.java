package dev.profilectl.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text in which everything can be seen and that survives an editor: a tab is {@code ⇥}, whatever
 * else is invisible (controls, formats, the blank at the end of a line) is its code point in hex,
 * {@code ⟨1b⟩}. In a command or a file, {@code {x*33}} is 33 of it.
 */
final class Visible {
  private static final String TAB = "⇥";
  private static final String NO_NEWLINE = "⟨no newline⟩";
  private static final Set<String> MARKS = Set.of("== ", "$ ", "-- ", "# ");
  private static final Pattern SPELLED = Pattern.compile("⟨([0-9a-f]{1,6})⟩");
  private static final Pattern REPEATED = Pattern.compile("\\{(.)\\*([0-9]+)\\}");

  private Visible() {}

  /** Output as lines of a scenario file, each with its end; empty for none. */
  static String of(byte[] bytes) {
    if (bytes.length == 0) {
      return "";
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      String start = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, 4));
      return "⟨binary " + start + " …⟩\n";
    }
    boolean whole = text.endsWith("\n");
    String body = whole ? text.substring(0, text.length() - 1) : text;
    return Arrays.stream(body.split("\n", -1))
        .map(Visible::line)
        .collect(Collectors.joining("\n", "", (whole ? "" : NO_NEWLINE) + "\n"));
  }

  private static String line(String line) {
    StringBuilder seen = new StringBuilder();
    line.codePoints().forEach(c -> seen.append(isSeen(c) ? Character.toString(c) : spelled(c)));
    if (line.endsWith(" ")) {
      seen.setLength(seen.length() - 1);
      seen.append(spelled(' '));
    }
    boolean mark = MARKS.stream().anyMatch(line::startsWith);
    String text = mark ? spelled(line.charAt(0)) + seen.substring(1) : seen.toString();
    return text.replace(spelled('\t'), TAB);
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          // the joiner inside an emoji is seen
          c == 0x200D;
      default -> c != TAB.codePointAt(0) && c != '⟨' && c != 0xA0;
    };
  }

  private static String spelled(int c) {
    return "⟨" + Integer.toHexString(c) + "⟩";
  }

  /** The text behind what is written in a scenario file. */
  static String read(String written) {
    String text = written.replace(TAB, "\t").replace(NO_NEWLINE + "\n", "");
    String spelled = SPELLED.matcher(text).replaceAll(Visible::character);
    return REPEATED.matcher(spelled).replaceAll(Visible::repeated);
  }

  private static String repeated(MatchResult repeated) {
    String text = repeated.group(1).repeat(Integer.parseInt(repeated.group(2)));
    return Matcher.quoteReplacement(text);
  }

  private static String character(MatchResult spelled) {
    String text = Character.toString(Integer.parseInt(spelled.group(1), 16));
    return Matcher.quoteReplacement(text);
  }
}
