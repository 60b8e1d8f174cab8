package dev.profilectl.server;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** One request, as endpoints see it. */
final class Exchange {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Request request;
  private final Bodies bodies;

  Exchange(Request request, Bodies bodies) {
    this.request = request;
    this.bodies = bodies;
  }

  /** The call, for the history. */
  String call() {
    return request.getMethod() + " " + path();
  }

  String path() {
    return Request.getPathInContext(request);
  }

  /** The name or address that the request was sent to, without a port; empty for none. */
  String host() {
    return Optional.ofNullable(Request.getServerName(request)).orElse("");
  }

  /** Who sent it: the whole address, of IPv6 the half that is one household. */
  String sender() {
    SocketAddress from = request.getConnectionMetaData().getRemoteSocketAddress();
    if (!(from instanceof InetSocketAddress internet) || internet.getAddress() == null) {
      return "";
    }
    byte[] bytes = internet.getAddress().getAddress();
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
  }

  /** A parameter of the address; empty where it is missing or empty. */
  Optional<String> query(String name) {
    String query = request.getHttpURI().getQuery();
    if (query == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(decoded(query).getValue(name)).filter(text -> !text.isEmpty());
  }

  private static Fields decoded(String text) {
    Fields fields = new Fields();
    try {
      UrlEncoded.decodeUtf8To(text, 0, text.length(), fields);
    } catch (IllegalArgumentException malformed) {
      throw Refused.unreadable();
    }
    return fields;
  }

  /** A header; empty where it is missing or empty. */
  Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** Whether the body says that it is JSON. */
  boolean saysJson() {
    return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("json");
  }

  /** The body as a JSON object, whatever type it says it has. */
  ObjectNode json() {
    try {
      JsonNode node = MAPPER.readTree(bodies.small(request));
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException unreadable) {
      throw Refused.unreadable();
    }
    throw Refused.unreadable();
  }

  /** The body as a form; of a name that stands twice the first counts. */
  Map<String, String> form() {
    String text = new String(bodies.small(request), StandardCharsets.UTF_8);
    Map<String, String> values = new LinkedHashMap<>();
    if (!text.isEmpty()) {
      for (Fields.Field field : decoded(text)) {
        values.put(field.getName(), field.getValue());
      }
    }
    return values;
  }

  /** The body as a form or as JSON, as it says; texts only. */
  Map<String, String> texts() {
    if (!saysJson()) {
      return form();
    }
    Map<String, String> values = new LinkedHashMap<>();
    json().properties().forEach(member -> values.put(member.getKey(), member.getValue().asText()));
    return values;
  }

  /** What comes of the file of a part; empty where there is no such part. */
  <T> Optional<T> file(String part, Function<Bodies.Sent, T> work) {
    return bodies.file(request, part, work);
  }
}
