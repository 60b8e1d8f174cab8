package dev.profilectl.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a server answered. It may hold secrets, so it never shows its content by accident. */
public final class Answer {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private @Nullable JsonNode json;

  /**
   * With a status, headers by their names in any case, and the whole body, which is not copied and
   * must not be written to.
   */
  public Answer(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.body = body;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The first value of a header that is not blank, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Every header. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The bytes, not a copy. */
  public byte[] body() {
    return body;
  }

  /** The body as text; what is no UTF-8 is replaced. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as JSON, whatever its type says; missing where it is none. */
  public JsonNode json() {
    JsonNode read = json;
    if (read == null) {
      try {
        JsonNode tree = JSON.readTree(body);
        read = tree == null ? MissingNode.getInstance() : tree;
      } catch (JsonProcessingException notJson) {
        read = MissingNode.getInstance();
      } catch (IOException notOfMemory) {
        throw new UncheckedIOException(notOfMemory);
      }
      json = read;
    }
    return read;
  }

  /** Whether the body looks like a web page. */
  boolean isPage() {
    String start = text().strip();
    start = start.substring(0, Math.min(start.length(), 200)).toLowerCase(Locale.ROOT);
    return start.startsWith("<");
  }

  @Override
  public String toString() {
    return "Answer[" + status + ", " + body.length + " bytes]";
  }
}
