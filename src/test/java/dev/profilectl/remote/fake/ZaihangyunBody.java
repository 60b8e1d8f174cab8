package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What zaihangyun makes of a body. What cannot be read is an empty form, never an error; and a
 * short body that was read once is never read again, whatever its type says the second time.
 */
final class ZaihangyunBody {
  private static final int LONGEST_KEPT = 1024;
  private static final Pattern JSON = Pattern.compile("\\bjson\\b", Pattern.CASE_INSENSITIVE);

  private final Map<String, ObjectNode> kept = new ConcurrentHashMap<>();

  /** Fields of the query and of the body; the query wins. */
  ObjectNode fields(Request request) {
    ObjectNode all = posted(request).deepCopy();
    request.query().forEach((name, value) -> put(all, name, value));
    return all;
  }

  private ObjectNode posted(Request request) {
    String type = request.headerOrEmpty("Content-Type");
    var boundary = StrictMultipart.boundary(type);
    if (boundary.isPresent()) {
      ObjectNode fields = Json.object();
      StrictMultipart.parse(request.body(), boundary.get()).stream()
          .filter(part -> !part.isFile())
          .forEach(part -> put(fields, part.name(), part.text()));
      return fields;
    }
    byte[] body = request.body();
    if (body.length == 0) {
      return Json.object();
    }
    if (body.length > LONGEST_KEPT) {
      return read(type, body);
    }
    // Keyed by the bytes alone: this is the mistake that the real one makes.
    return kept.computeIfAbsent(
        new String(body, StandardCharsets.ISO_8859_1), _ -> read(type, body));
  }

  private static ObjectNode read(String type, byte[] body) {
    if (JSON.matcher(type).find()) {
      return Json.members(body);
    }
    ObjectNode fields = Json.object();
    FormText.pairs(new String(body, StandardCharsets.ISO_8859_1))
        .forEach((name, value) -> put(fields, name, value));
    return fields;
  }

  /** {@code a[b]} and {@code a[]} make an array of {@code a}. */
  private static void put(ObjectNode fields, String name, String value) {
    int bracket = name.indexOf('[');
    if (bracket < 1 || name.indexOf(']', bracket) < 0) {
      fields.put(name, value);
      return;
    }
    String outer = name.substring(0, bracket);
    JsonNode old = fields.path(outer);
    ObjectNode array = old instanceof ObjectNode object ? object : fields.putObject(outer);
    String key = name.substring(bracket + 1, name.indexOf(']', bracket));
    array.put(key.isEmpty() ? String.valueOf(array.size()) : key, value);
  }

  /** The files of a multipart body; none of any other. */
  static List<Part> files(Request request) {
    return StrictMultipart.boundary(request.headerOrEmpty("Content-Type"))
        .map(boundary -> StrictMultipart.parse(request.body(), boundary))
        .orElse(List.of())
        .stream()
        .filter(Part::isFile)
        .toList();
  }
}
