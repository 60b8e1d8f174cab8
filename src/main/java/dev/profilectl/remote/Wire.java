package dev.profilectl.remote;

import com.github.mizosoft.methanol.MediaType;
import com.github.mizosoft.methanol.MultipartBodyPublisher;
import dev.profilectl.dialect.Answer;
import dev.profilectl.dialect.Body;
import dev.profilectl.dialect.Call;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends one request and takes one answer: with its length told, never in chunks, never asking
 * first, following a redirect only to the same server and only where the request may be repeated as
 * it is.
 */
final class Wire implements AutoCloseable {
  /** Of a profile; a server that sends more is not one of ours. */
  private static final long MOST_ANSWER = 4L << 20;

  private static final int MOST_REDIRECTS = 3;

  private final HttpClient client;
  private final URI base;
  private final Map<String, String> headers;
  private final Duration timeout;
  private final Trace trace;

  /** To the target. */
  Wire(HttpClient client, Endpoint endpoint, Trace trace) {
    this.client = client;
    this.base = endpoint.base();
    this.timeout = endpoint.timeout();
    this.headers = endpoint.headers();
    this.trace = trace;
  }

  /**
   * Where requests go.
   *
   * @param base the address before every path, without a slash at its end
   * @param headers of every request, the name of the program among them
   * @param timeout for one request with its answer
   */
  record Endpoint(URI base, Map<String, String> headers, Duration timeout) {}

  /** No answer came. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    NoAnswer(boolean sent, Throwable cause) {
      super(cause);
      this.sent = sent;
    }

    /** Whether the server may have got the request. */
    boolean sent() {
      return sent;
    }
  }

  /** One request and its answer. */
  Answer send(Call call, Map<String, String> authorization) throws NoAnswer, InterruptedException {
    URI address = URI.create(base + call.path() + query(call.query()));
    for (int redirects = 0; ; redirects++) {
      Answer answer = exchange(request(call, address, authorization), MOST_ANSWER);
      Optional<URI> next = redirect(address, answer);
      if (next.isEmpty() || redirects == MOST_REDIRECTS) {
        return answer;
      }
      address = next.get();
    }
  }

  /** A file from this server, without tokens. */
  Answer fetch(URI address, long most) throws NoAnswer, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeout).GET();
    headers.forEach(request::setHeader);
    request.setHeader("Accept", "image/*, */*;q=0.1");
    request.setHeader("Cache-Control", "no-cache");
    return exchange(request.build(), most);
  }

  private HttpRequest request(Call call, URI address, Map<String, String> authorization) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeout);
    headers.forEach(request::setHeader);
    authorization.forEach(request::setHeader);
    if (call.method().equals("GET")) {
      return request.GET().build();
    }
    request.method(call.method(), publisher(call.body(), request));
    return request.build();
  }

  private static BodyPublisher publisher(Body body, HttpRequest.Builder request) {
    return switch (body) {
      case Body.None _ -> BodyPublishers.noBody();
      case Body.Json json -> {
        request.setHeader("Content-Type", "application/json; charset=utf-8");
        yield BodyPublishers.ofByteArray(json.text().getBytes(StandardCharsets.UTF_8));
      }
      case Body.Form form -> {
        request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        yield BodyPublishers.ofString(encoded(form.fields()));
      }
      case Body.Upload upload -> {
        MultipartBodyPublisher parts =
            MultipartBodyPublisher.newBuilder()
                .formPart(
                    upload.field(),
                    upload.fileName(),
                    BodyPublishers.ofByteArray(upload.content().bytes()),
                    MediaType.parse(upload.mediaType()))
                .build();
        request.setHeader("Content-Type", parts.mediaType().toString());
        yield parts;
      }
    };
  }

  private static String query(Map<String, String> query) {
    return query.isEmpty() ? "" : "?" + encoded(query);
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Answer exchange(HttpRequest request, long most) throws NoAnswer, InterruptedException {
    trace.sending(request);
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
    try {
      HttpResponse<byte[]> response = coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      Answer answer =
          new Answer(
              response.statusCode(),
              new LinkedHashMap<>(response.headers().map()),
              response.body());
      trace.answered(request, answer);
      return answer;
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      trace.failed(request, cause);
      throw new NoAnswer(!isBeforeSending(cause), cause);
    } catch (TimeoutException late) {
      coming.cancel(true);
      trace.failed(request, late);
      throw new NoAnswer(true, late);
    } catch (InterruptedException stopped) {
      coming.cancel(true);
      throw stopped;
    }
  }

  private static boolean isBeforeSending(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof ConnectException
          || at instanceof HttpConnectTimeoutException
          || at instanceof UnresolvedAddressException
          || at instanceof UnknownHostException
          || at instanceof SSLHandshakeException) {
        return true;
      }
    }
    return cause instanceof IOException && String.valueOf(cause.getMessage()).startsWith("Tunnel");
  }

  /** Where a request is to be sent again as it is; tokens never leave the server. */
  private static Optional<URI> redirect(URI from, Answer answer) {
    if (answer.status() != 307 && answer.status() != 308) {
      return Optional.empty();
    }
    try {
      return answer
          .header("Location")
          .map(from::resolve)
          .filter(next -> Origin.of(next).equals(Origin.of(from)));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
