package dev.profilectl.bulk;

import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of pictures with what was done to each: one HTML file that needs nothing else and asks
 * nobody. It has no script, and its policy lets a browser run none and load nothing; every text is
 * escaped and kept apart from the direction of what is around it.
 */
public final class ContactSheet implements AutoCloseable {
  private static final String STYLE = style();

  private final Writer out;
  private final Locale locale;

  /**
   * What stands above the pictures.
   *
   * @param title of the page
   * @param lines what else there is to say
   */
  public record Head(String title, List<String> lines) {
    /** Copies the lines. */
    public Head {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One user.
   *
   * @param name the username
   * @param about what else is known, a nickname or a file; empty for nothing
   * @param done what was done
   * @param old the picture before; {@code null} for none
   * @param now the picture after, {@code null} for none
   */
  public record Card(
      String name, String about, Done done, @Nullable Shown old, @Nullable Shown now) {}

  /**
   * What was done, or how it is.
   *
   * @param state {@code changed}, {@code unchanged}, {@code deleted}, {@code failed} or {@code
   *     present}
   * @param why what there is to say besides; empty for nothing
   */
  public record Done(String state, String why) {}

  /**
   * A picture.
   *
   * @param type its MIME type
   * @param bytes a small file that browsers show
   * @param caption its size, for people
   */
  @SuppressWarnings("ArrayRecordComponent") // not compared
  public record Shown(String type, byte[] bytes, String caption) {}

  /** Onto a writer, which is closed with it. */
  public ContactSheet(Writer out, Locale locale) {
    this.out = out;
    this.locale = locale;
  }

  private static String style() {
    try (InputStream css = ContactSheet.class.getResourceAsStream("sheet.css")) {
      if (css == null) {
        throw new IllegalStateException("no sheet.css");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Begins the page. */
  public void begin(Head head) throws IOException {
    out.write(
        """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <header>
        <h1>%s</h1>
        """
            .formatted(
                locale.getLanguage().equals("zh") ? "zh" : "en",
                hash(STYLE),
                escaped(head.title),
                STYLE,
                isolated(head.title)));
    for (String line : head.lines) {
      out.write("<p>" + isolated(line) + "</p>\n");
    }
    out.write("</header>\n<ul>\n");
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  /** Adds a user. */
  public void add(Card card) throws IOException {
    out.write("<li>\n<div class=\"pair\">\n");
    if (!card.done.state.equals("present")) {
      figure("sheet.old", card, card.old);
      out.write("<span class=\"arrow\" aria-hidden=\"true\">→</span>\n");
    }
    figure(card.done.state.equals("present") ? "sheet.present" : "sheet.new", card, card.now);
    out.write("</div>\n<h2>" + isolated(card.name) + "</h2>\n");
    if (!card.about.isEmpty()) {
      out.write("<p class=\"about\">" + isolated(card.about) + "</p>\n");
    }
    String word = Message.of("sheet.state-" + card.done.state).in(locale);
    out.write("<p class=\"state " + card.done.state + "\"><b>" + escaped(word) + "</b>");
    out.write(isolated(card.done.why) + "</p>\n</li>\n");
  }

  private void figure(String which, Card card, @Nullable Shown shown) throws IOException {
    if (shown == null) {
      String none = Message.of("sheet.none").in(locale);
      out.write("<figure><div class=\"none\">" + escaped(none) + "</div></figure>\n");
      return;
    }
    String alt = Message.of(which, card.name).in(locale);
    out.write("<figure><img alt=\"" + escaped(alt) + "\" src=\"data:" + shown.type + ";base64,");
    out.write(Base64.getEncoder().encodeToString(shown.bytes));
    out.write("\"><figcaption>" + escaped(shown.caption) + "</figcaption></figure>\n");
  }

  /** In whatever direction it is written, it does not change that of the rest. */
  private static String isolated(String text) {
    return text.isEmpty() ? "" : "<bdi>" + escaped(text) + "</bdi>";
  }

  /** For an element or an attribute in quotes; what no page may hold is shown as a box. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '`' -> escaped.append("&#96;");
                case '\n', '\t' -> escaped.append((char) point);
                default -> escaped.appendCodePoint(isNoText(point) ? 0xfffd : point);
              }
            });
    return escaped.toString();
  }

  private static boolean isNoText(int point) {
    return Character.isISOControl(point)
        || Character.getType(point) == Character.SURROGATE
        || (point & 0xfffe) == 0xfffe
        || (point >= 0xfdd0 && point <= 0xfdef);
  }

  /** Ends the page. */
  @Override
  public void close() throws IOException {
    out.write("</ul>\n</body>\n</html>\n");
    out.close();
  }
}
