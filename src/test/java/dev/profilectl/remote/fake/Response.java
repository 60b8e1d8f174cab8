package dev.profilectl.remote.fake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer: a status with headers and a body, or raw bytes that need not be HTTP. */
public final class Response {
  /** How an answer to {@code HEAD} and the connection after it are treated. */
  private enum Way {
    ORDINARY,
    BODY_FOR_HEAD,
    RAW
  }

  private final int status;
  private final List<Header> headers;
  private final byte[] body;
  private final Way way;

  private Response(int status, List<Header> headers, byte[] body, Way way) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.way = way;
  }

  /** A status with nothing else. */
  public static Response empty(int status) {
    return new Response(status, List.of(), new byte[0], Way.ORDINARY);
  }

  /** Bytes of a type. */
  public static Response of(int status, String type, byte... body) {
    return new Response(
        status, List.of(new Header("Content-Type", type)), body.clone(), Way.ORDINARY);
  }

  /** JSON text. */
  public static Response json(int status, String text) {
    return text(status, "application/json; charset=utf-8", text);
  }

  /** A page for people. */
  public static Response html(int status, String text) {
    return text(status, "text/html; charset=utf-8", text);
  }

  /** UTF-8 text of a type. */
  public static Response text(int status, String type, String text) {
    return of(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** These bytes and nothing else; then the connection is closed. */
  public static Response raw(String latin1) {
    return new Response(0, List.of(), latin1.getBytes(StandardCharsets.ISO_8859_1), Way.RAW);
  }

  /** The same with one more header. */
  public Response with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Response(status, List.copyOf(more), body, way);
  }

  /** The same, but {@code HEAD} gets the body too, against the rules of HTTP. */
  Response bodyForHead() {
    return new Response(status, headers, body, Way.BODY_FOR_HEAD);
  }

  /** Zero for raw bytes. */
  public int status() {
    return status;
  }

  /** As they will be sent, without Content-Length. */
  public List<Header> headers() {
    return headers;
  }

  /** The body. */
  public byte[] body() {
    return body.clone();
  }

  boolean isRaw() {
    return way == Way.RAW;
  }

  /** All bytes of it; {@code missing} is added to the length that the head promises. */
  byte[] bytes(boolean toHead, int missing) {
    if (isRaw()) {
      return body();
    }
    var head = new StringBuilder("HTTP/1.1 " + status + " " + reason() + "\r\n");
    headers.forEach(h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
    boolean bodiless = status == 304 || status == 204;
    if (!bodiless) {
      head.append("Content-Length: ").append(body.length + missing).append("\r\n");
    }
    head.append("\r\n");
    var out = new ByteArrayOutputStream(head.length() + body.length);
    out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    if (!bodiless && !(toHead && way == Way.ORDINARY)) {
      out.writeBytes(body);
    }
    return out.toByteArray();
  }

  private String reason() {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 302 -> "Found";
      case 304 -> "Not Modified";
      case 307 -> "Temporary Redirect";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 413 -> "Request Entity Too Large";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      default -> "Unnamed";
    };
  }
}
