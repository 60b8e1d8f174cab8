package dev.profilectl.remote.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a test relies on when it blames the program and not the fake. */
class FakeServerTest {
  private static final byte[] NOTHING = new byte[0];

  private final AtomicInteger handled = new AtomicInteger();
  private final FakeServer server =
      FakeServer.start(
          request -> {
            handled.incrementAndGet();
            return Response.json(200, "{\"got\":\"" + request.target() + "\"}");
          });
  private final Caller caller = new Caller();

  @AfterEach
  void close() {
    caller.close();
    server.close();
  }

  private String got(String target) throws Exception {
    return Caller.text(caller.send("POST", server.url(target), new byte[] {1, 2}));
  }

  @Test
  void remembersRequestsAsTheyWereSent() throws Exception {
    String answer =
        Caller.raw(
            server,
            "PUT /a%20b?x=1%2B1&y=%E5%BC%A0+z HTTP/1.1\r\nhOst: h\r\nX-A: 1\r\nx-a: 2\r\n"
                + "Content-Length: 3\r\nConnection: close\r\n\r\nabc");
    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .endsWith("{\"got\":\"/a%20b?x=1%2B1&y=%E5%BC%A0+z\"}");
    Request request = server.requests().getFirst();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.path()).isEqualTo("/a%20b");
    assertThat(request.query()).containsEntry("x", "1+1").containsEntry("y", "张 z").hasSize(2);
    assertThat(request.headers()).contains(new Header("hOst", "h"), new Header("x-a", "2"));
    assertThat(request.header("X-a")).isEqualTo("1");
    assertThat(request.header("none")).isNull();
    assertThat(request.text()).isEqualTo("abc");
    assertThat(request.head()).contains("\r\nhOst: h\r\n").endsWith("\r\n\r\n");
    server.clear();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void keepsOneConnectionForManyRequests() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(got("/" + i)).contains("/" + i);
    }
    assertThat(server.connections()).isEqualTo(1);
    assertThat(handled).hasValue(5);
  }

  @Test
  void readsChunksWhereItsMannersAreGood() throws Exception {
    String head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    assertThat(Caller.raw(server, head + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n")).contains(" 200 ");
    assertThat(server.requests().getFirst().text()).isEqualTo("abcde");
  }

  @Test
  void closesOnWhatIsNotHttp() throws IOException {
    assertThat(Caller.raw(server, "hello\r\n\r\n")).isEqualTo("HTTP/1.1 400 Bad Request\r\n\r\n");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void resetsBeforeOrAfterTheWorkIsDone() throws Exception {
    server.next(
        Fault.RESET_BEFORE_READ,
        Fault.RESET_AFTER_READ_BEFORE_HANDLING,
        Fault.RESET_AFTER_HANDLING,
        Fault.NONE);
    assertThatThrownBy(() -> got("/1")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> got("/2")).isInstanceOf(IOException.class);
    assertThat(handled).hasValue(0);
    assertThatThrownBy(() -> got("/3")).isInstanceOf(IOException.class);
    assertThat(handled).hasValue(1);
    assertThat(got("/4")).contains("/4");
    assertThat(server.requests()).extracting(Request::path).containsExactly("/1", "/2", "/3", "/4");
    assertThat(server.requests()).extracting(r -> r.body().length).containsExactly(0, 2, 2, 2);
  }

  @Test
  void spoilsAnswers() throws Exception {
    server.next(Fault.HALF_ANSWER, Fault.GARBAGE);
    assertThatThrownBy(() -> got("/half")).isInstanceOf(IOException.class);
    assertThat(handled).hasValue(1);
    assertThatThrownBy(() -> got("/garbage")).isInstanceOf(IOException.class);
    assertThat(handled).hasValue(1);
    server.next(Fault.NOT_JSON, Fault.drip(Duration.ofMillis(1)));
    assertThat(got("/page")).startsWith("<html>");
    assertThat(got("/drip")).contains("/drip");
    server.next(Fault.afterwards(Response.html(504, "late")));
    assertThat(got("/late")).isEqualTo("late");
    assertThat(handled).hasValue(3);
  }

  @Test
  void answersInPlaceOfTheSystem() throws Exception {
    server.next(Fault.status(503), Fault.retryAfter(429, "7"), Fault.redirect(302, "/x"));
    assertThat(caller.send("GET", server.url("/"), NOTHING).statusCode()).isEqualTo(503);
    HttpResponse<byte[]> later = caller.send("GET", server.url("/"), NOTHING);
    assertThat(later.statusCode()).isEqualTo(429);
    assertThat(later.headers().firstValue("retry-after")).contains("7");
    assertThat(later.body()).isEmpty();
    assertThat(caller.send("GET", server.url("/"), NOTHING).headers().firstValue("location"))
        .contains("/x");
    assertThat(handled).hasValue(0);
  }

  @Test
  void spoilsWhateverMeetsACondition() throws Exception {
    server.on(request -> request.path().equals("/bad"), Fault.status(500));
    server.on(
        request -> request.body().length == 2 && request.path().equals("/two"), Fault.NOT_JSON);
    assertThat(got("/bad")).contains("500");
    assertThat(got("/bad")).contains("500");
    assertThat(got("/two")).startsWith("<html>");
    assertThat(got("/good")).contains("/good");
    server.heal();
    assertThat(got("/bad")).contains("/bad");
  }

  @Test
  void answersTwice() throws IOException {
    server.next(Fault.DUPLICATE);
    String answer = Caller.raw(server, "GET /x HTTP/1.1\r\nConnection: close\r\n\r\n");
    assertThat(answer.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    assertThat(handled).hasValue(1);
  }

  @Test
  void saysOnlyThatItIsTooLarge() throws IOException {
    server.next(Fault.EMPTY_413);
    assertThat(Caller.raw(server, "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n"))
        .isEqualTo("HTTP/1.1 413 Request Entity Too Large\r\n\r\n");
  }

  @Test
  void takesItsTime() throws Exception {
    server.latency(Duration.ofMillis(60));
    long start = System.nanoTime();
    got("/slow");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(59));
  }

  @Test
  void listensOnTheOtherLoopbackToo() throws Exception {
    try (var six = FakeServer.start(Manners.plain().ipv6(), _ -> Response.json(200, "6"))) {
      assertThat(six.url("/")).startsWith("http://[::1]:");
      assertThat(caller.json("GET", six.url("/"), "").asInt()).isEqualTo(6);
    }
  }

  /** It hangs, as long as the client waits to be told to go on. */
  @Test
  void leavesAClientThatExpectsToBeAskedAlone() throws Exception {
    try (var rude =
        FakeServer.start(Manners.plain().framed(false, false), _ -> Response.empty(200))) {
      assertThatThrownBy(() -> expecting(rude)).isInstanceOf(HttpTimeoutException.class);
      assertThat(rude.requests()).isEmpty();
    }
    assertThat(expecting(server).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<Void> expecting(FakeServer server) throws Exception {
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      return client.send(
          java.net.http.HttpRequest.newBuilder(java.net.URI.create(server.url("/")))
              .expectContinue(true)
              .timeout(Duration.ofMillis(500))
              .POST(java.net.http.HttpRequest.BodyPublishers.ofString("abc"))
              .build(),
          HttpResponse.BodyHandlers.discarding());
    }
  }
}
