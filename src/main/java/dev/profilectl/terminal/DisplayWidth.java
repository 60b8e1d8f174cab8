package dev.profilectl.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/**
 * How many columns text takes, counted in grapheme clusters: a Chinese character, a flag and a
 * family joined from four people are two columns each, a letter with its accents is one. Meant for
 * text that {@link SafeText} has passed.
 */
public final class DisplayWidth {
  private static final String ELLIPSIS = "…";

  private DisplayWidth() {}

  /** The columns of a text without escape sequences. */
  public static int of(String text) {
    if (isPlain(text)) {
      return text.length();
    }
    int width = 0;
    Matcher clusters = Clusters.matcher(text);
    while (clusters.find()) {
      width += ofCluster(clusters.group());
    }
    return width;
  }

  /** The columns of a line of our own making that may hold colour sequences, which take none. */
  public static int ofStyled(String line) {
    return line.indexOf('\u001b') < 0 ? of(line) : of(Clusters.STYLE.matcher(line).replaceAll(""));
  }

  /**
   * The text in at most {@code width} columns: whole if it fits, else as many whole clusters as
   * leave room for {@code …}. A width below one gives the empty text.
   */
  public static String truncate(String text, int width) {
    if (width < 1) {
      return "";
    }
    int end = prefix(text, width);
    return end == text.length() ? text : text.substring(0, prefix(text, width - 1)) + ELLIPSIS;
  }

  /**
   * How many chars of the text fit into {@code width} columns without cutting a cluster. Reads no
   * further than it must.
   */
  public static int prefix(String text, int width) {
    int used = 0;
    Matcher clusters = Clusters.matcher(text);
    while (clusters.find()) {
      used += ofCluster(clusters.group());
      if (used > width) {
        return clusters.start();
      }
    }
    return text.length();
  }

  /**
   * The text in lines of at most {@code width} columns, broken at blanks where there are any and
   * never inside a cluster. Below two columns nothing can be wrapped and the text is cut.
   */
  public static List<String> wrap(String text, int width) {
    if (width < 2) {
      return List.of(truncate(text, width));
    }
    List<String> lines = new ArrayList<>();
    int start = 0;
    int used = 0;
    int breakAt = 0;
    int usedAtBreak = 0;
    Matcher clusters = Clusters.matcher(text);
    while (clusters.find()) {
      int columns = ofCluster(clusters.group());
      boolean blank = clusters.group().equals(" ");
      while (!blank && used + columns > width && start < clusters.start()) {
        if (breakAt <= start) {
          breakAt = clusters.start();
          usedAtBreak = used;
        }
        lines.add(text.substring(start, breakAt).stripTrailing());
        start = breakAt;
        used -= usedAtBreak;
      }
      used += columns;
      if (blank) {
        breakAt = clusters.end();
        usedAtBreak = used;
      }
    }
    lines.add(text.substring(start).stripTrailing());
    return lines;
  }

  /** The text with blanks behind it up to {@code width} columns. */
  public static String padRight(String text, int width) {
    return text + " ".repeat(Math.max(0, width - ofStyled(text)));
  }

  /** The text with blanks before it up to {@code width} columns. */
  public static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - ofStyled(text))) + text;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Emoji of several code points are two columns; in other clusters the parts add up to two. */
  private static int ofCluster(String cluster) {
    int first = cluster.codePointAt(0);
    int rest = Character.charCount(first);
    if (rest == cluster.length()) {
      return Math.max(0, WCWidth.wcwidth(first));
    }
    if (WCWidth.isRegionalIndicator(first) || cluster.indexOf('\uFE0F') > 0) {
      return 2;
    }
    int width = 0;
    for (int i = 0; i < cluster.length(); i += Character.charCount(cluster.codePointAt(i))) {
      width += Math.max(0, WCWidth.wcwidth(cluster.codePointAt(i)));
    }
    return Math.min(2, width);
  }

  /** Loaded only for text beyond ASCII or too long. */
  private static final class Clusters {
    static final Pattern CLUSTER = Pattern.compile("\\X");
    static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");

    static Matcher matcher(String text) {
      return CLUSTER.matcher(text);
    }
  }
}
