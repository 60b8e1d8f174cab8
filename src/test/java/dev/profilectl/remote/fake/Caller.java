package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the fakes, through the client of the JDK or byte by byte. */
final class Caller implements AutoCloseable {
  static final String JSON = "Content-Type: application/json";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Sends a body of bytes; headers as {@code Name: value}. */
  HttpResponse<byte[]> send(String method, String url, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(20))
            .method(method, BodyPublishers.ofByteArray(body));
    for (String header : headers) {
      int colon = header.indexOf(": ");
      request.header(header.substring(0, colon), header.substring(colon + 2));
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** The JSON that comes back for a text. */
  JsonNode json(String method, String url, String body, String... headers)
      throws IOException, InterruptedException {
    return json(send(method, url, body.getBytes(StandardCharsets.UTF_8), headers));
  }

  static JsonNode json(HttpResponse<byte[]> response) {
    JsonNode node = Json.read(response.body());
    return node == null ? MissingNode.getInstance() : node;
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** All that a server sends back on one connection until it closes it, as Latin-1. */
  static String raw(FakeServer server, String sent) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
      var got = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(got);
      return got.toString(StandardCharsets.ISO_8859_1);
    }
  }

  /** A multipart body of one file with boundary {@code b}, as ordinary clients write it. */
  static byte[] file(String field, String name, byte[] content) {
    return file(
        "Content-Disposition: form-data; name=\""
            + field
            + "\"; filename=\""
            + name
            + "\"\r\nContent-Type: image/"
            + (name.endsWith("png") ? "png" : "jpeg"),
        content);
  }

  /** A multipart body of one part with these lines. */
  static byte[] file(String lines, byte[] content) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(("--b\r\n" + lines + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  @Override
  public void close() {
    client.close();
  }
}
