package dev.profilectl.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param headers besides type and length
 * @param type of the body
 * @param body its bytes, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // pictures are not copied; replies are never compared
record Reply(int status, Map<String, String> headers, String type, byte[] body) {
  private static final String JSON = "application/json; charset=utf-8";

  static Reply json(ObjectNode body) {
    return json(200, body);
  }

  static Reply json(int status, ObjectNode body) {
    return new Reply(status, Map.of(), JSON, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The same with another header. */
  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, type, body);
  }
}
