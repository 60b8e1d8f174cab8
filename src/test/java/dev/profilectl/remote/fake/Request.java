package dev.profilectl.remote.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request exactly as it was sent. */
public final class Request {
  private final String head;
  private final List<String> line;
  private final List<Header> headers;
  private final byte[] body;

  private Request(String head, List<String> line, List<Header> headers, byte[] body) {
    this.head = head;
    this.line = line;
    this.headers = headers;
    this.body = body;
  }

  /** What a head says; none when it is not one of HTTP/1. */
  static Optional<Request> parse(String head) {
    List<String> lines = List.of(head.split("\r\n", -1));
    List<String> first = List.of(lines.getFirst().split(" ", -1));
    if (first.size() != 3 || !first.get(2).startsWith("HTTP/1.")) {
      return Optional.empty();
    }
    List<Header> headers = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (!line.isEmpty()) {
        if (colon < 1) {
          return Optional.empty();
        }
        headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    return Optional.of(new Request(head, first, List.copyOf(headers), new byte[0]));
  }

  Request withBody(byte[] read) {
    return new Request(head, line, headers, read);
  }

  /** Such as {@code POST}. */
  public String method() {
    return line.get(0);
  }

  /** Path and query as they were sent. */
  public String target() {
    return line.get(1);
  }

  /** The target without its query, not decoded. */
  public String path() {
    int mark = target().indexOf('?');
    return mark < 0 ? target() : target().substring(0, mark);
  }

  /** The query, decoded; the last of several values of one name. */
  public Map<String, String> query() {
    int mark = target().indexOf('?');
    return mark < 0 ? Map.of() : FormText.pairs(target().substring(mark + 1));
  }

  /** All header lines in the order they were sent. */
  public List<Header> headers() {
    return headers;
  }

  /** The first header of this name in any case; null when there is none. */
  public @Nullable String header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst()
        .orElse(null);
  }

  /** The first header of this name in any case, or an empty text. */
  public String headerOrEmpty(String name) {
    String value = header(name);
    return value == null ? "" : value;
  }

  /** A cookie's value, or an empty text. */
  public String cookie(String name) {
    for (String pair : headerOrEmpty("Cookie").split(";", -1)) {
      String cookie = pair.strip();
      if (cookie.startsWith(name + "=")) {
        return cookie.substring(name.length() + 1);
      }
    }
    return "";
  }

  /** The body; empty as well when the request was cut off before it was read. */
  public byte[] body() {
    return body.clone();
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The request line and the headers up to the empty line, byte for byte as Latin-1. */
  public String head() {
    return head;
  }

  /** Method and path, as a router compares them. */
  String route() {
    return method() + " " + path();
  }

  @Override
  public String toString() {
    return method() + " " + target() + " (" + body.length + " bytes)";
  }
}
