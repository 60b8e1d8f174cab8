package dev.profilectl.remote.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads multipart bodies the way a small PHP server does: by searching for fixed texts. Much that
 * the standard allows ends the reading without a word, and what was read so far is all there is.
 */
final class StrictMultipart {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?(\\S+)\"?");
  private static final Pattern FILE =
      Pattern.compile("name=\"(.*?)\"; filename=\"(.*?)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern FIELD = Pattern.compile("name=\"(.*?)\"$");

  private final String body;
  private final String separator;
  private final List<Part> parts = new ArrayList<>();

  private StrictMultipart(String body, String separator) {
    this.body = body;
    this.separator = separator;
  }

  /** The boundary with its dashes; none when the type names none in the one spelling known. */
  static Optional<String> boundary(String contentType) {
    Matcher found = BOUNDARY.matcher(contentType);
    return found.find() ? Optional.of("--" + trimQuotes(found.group(1))) : Optional.empty();
  }

  private static String trimQuotes(String text) {
    return text.replaceAll("^\"+|\"+$", "");
  }

  static List<Part> parse(byte[] body, String boundary) {
    var parser =
        new StrictMultipart(new String(body, StandardCharsets.ISO_8859_1), "\r\n" + boundary);
    // The body is taken to begin with the boundary; a preamble puts every offset out.
    int at = boundary.length() + 2;
    while (at > 0) {
      at = parser.section(at);
    }
    return parser.parts;
  }

  /** Reads the section that begins there; the beginning of the next one, or zero for the end. */
  private int section(int start) {
    int end = start > body.length() ? -1 : body.indexOf(separator, start);
    int endOfLines = end < 0 ? -1 : body.indexOf("\r\n\r\n", start);
    if (endOfLines < 0 || endOfLines + 4 > end) {
      return 0;
    }
    byte[] content = body.substring(endOfLines + 4, end).getBytes(StandardCharsets.ISO_8859_1);
    int next = end + separator.length() + 2;
    String disposition = "";
    String type = "";
    for (String line : body.substring(start, endOfLines).split("\r\n", -1)) {
      int colon = line.indexOf(": ");
      if (colon < 1) {
        return 0;
      }
      switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-disposition" -> disposition = line.substring(colon + 2);
        case "content-type" -> type = line.substring(colon + 2).strip();
        default -> {}
      }
    }
    Matcher file = FILE.matcher(disposition);
    Matcher field = FIELD.matcher(disposition);
    if (file.find()) {
      parts.add(new Part(utf8(file.group(1)), utf8(file.group(2)), type, content));
    } else if (field.find()) {
      parts.add(new Part(utf8(field.group(1)), null, "", content));
    } else if (disposition.isEmpty()) {
      return 0;
    }
    return next;
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
