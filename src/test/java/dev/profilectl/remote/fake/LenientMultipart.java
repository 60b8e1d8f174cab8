package dev.profilectl.remote.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads multipart bodies as the standard has them: any order, quotes or none, a preamble. */
final class LenientMultipart {
  /**
   * What came of it.
   *
   * @param error in the words of the servers written in Go; empty when all went well
   */
  record Result(List<Part> parts, String error) {
    /** The first file of a name. */
    Optional<Part> file(String name) {
      return parts.stream().filter(part -> part.isFile() && part.name().equals(name)).findFirst();
    }

    /** What a missing file is called. */
    String missing() {
      return error.isEmpty() ? "http: no such file" : error;
    }
  }

  private static final Pattern PARAMETER =
      Pattern.compile("([\\w*]+)\\s*=\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|([^;\\s]+))");

  private LenientMultipart() {}

  static Result parse(Request request) {
    String type = request.headerOrEmpty("Content-Type");
    if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      return new Result(List.of(), "request Content-Type isn't multipart/form-data");
    }
    String boundary = parameters(type).get("boundary");
    if (boundary == null) {
      return new Result(List.of(), "no multipart boundary param in Content-Type");
    }
    // The break in front makes the first boundary look like all others.
    return parts(
        "\r\n" + new String(request.body(), StandardCharsets.ISO_8859_1), "\r\n--" + boundary);
  }

  private static Result parts(String body, String separator) {
    List<Part> parts = new ArrayList<>();
    int at = body.indexOf(separator);
    while (at >= 0) {
      int lines = at + separator.length();
      if (body.startsWith("--", lines)) {
        return new Result(parts, "");
      }
      int content = body.indexOf("\r\n\r\n", lines);
      at = content < 0 ? -1 : body.indexOf(separator, content + 2);
      if (at >= 0) {
        String bytes = content + 4 > at ? "" : body.substring(content + 4, at);
        part(body.substring(lines, content), bytes).ifPresent(parts::add);
      }
    }
    return new Result(List.of(), "multipart: NextPart: EOF");
  }

  private static Optional<Part> part(String lines, String content) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines.split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    Map<String, String> known = parameters(headers.getOrDefault("Content-Disposition", ""));
    String name = known.get("name");
    if (name == null) {
      return Optional.empty();
    }
    String encoded = known.get("filename*");
    String fileName =
        encoded == null
            ? known.get("filename")
            : FormText.decode(encoded.substring(encoded.lastIndexOf('\'') + 1).replace("+", "%2B"));
    return Optional.of(
        new Part(
            name,
            fileName,
            headers.getOrDefault("Content-Type", ""),
            content.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static Map<String, String> parameters(String header) {
    Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Matcher matcher = PARAMETER.matcher(header);
    while (matcher.find()) {
      String value =
          matcher.group(2) == null
              ? matcher.group(3)
              : matcher.group(2).replaceAll("\\\\(.)", "$1");
      found.put(
          matcher.group(1),
          new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
    return found;
  }
}
