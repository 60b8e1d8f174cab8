package dev.profilectl.image.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.image.fetch.LoopbackServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of every temper, where every address is allowed. */
class PictureFetcherTest {
  private static final byte[] PICTURE = {1, 2, 3};
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int MIB_20 = 20 * 1024 * 1024;

  private static PictureFetcher fetcher(Duration limit) {
    return new PictureFetcher(
        new Network(InetAddress::getAllByName, _ -> true, SSLContext::getDefault), "test/1", limit);
  }

  private static byte[] fetch(String url) {
    return fetcher(PATIENT).fetch(PictureUrl.parse(url));
  }

  private static Failure failure(Answer answer, Duration limit) throws IOException {
    try (var server = LoopbackServer.of(answer)) {
      return failure(server, limit);
    }
  }

  private static Failure failure(LoopbackServer server, Duration limit) {
    PictureUrl url = PictureUrl.parse(server.url("/p?token=secret"));
    Failure failure = catchThrowableOfType(Failure.class, () -> fetcher(limit).fetch(url));
    assertThat(failure).hasMessageNotContaining("secret");
    return failure;
  }

  private static String key(Failure failure) {
    return failure.sentence().key();
  }

  @Test
  void asksForNothingButThePicture() throws IOException {
    try (var server = LoopbackServer.of(LoopbackServer.ok(PICTURE))) {
      assertThat(fetch(server.url("/a/b.png?c=d#e"))).isEqualTo(PICTURE);
      assertThat(server.heads())
          .containsExactly(
              """
              GET /a/b.png?c=d HTTP/1.1
              Host: 127.0.0.1:%d
              Accept: image/*, */*;q=0.1
              Accept-Encoding: identity
              Connection: keep-alive
              User-Agent: test/1

              """
                  .formatted(server.port())
                  .replace("\n", "\r\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void followsThreeRedirects(int redirects) throws IOException {
    Answer answer =
        (head, out) -> {
          int left = Integer.parseInt(head.substring(5, 6));
          Answer next =
              left == 0
                  ? LoopbackServer.ok(PICTURE)
                  : LoopbackServer.plain(
                      "HTTP/1.1 302 Found\nSet-Cookie: a=b\nContent-Length: 0\nLocation: "
                          + (left - 1)
                          + "\n");
          next.write(head, out);
        };
    try (var server = LoopbackServer.of(answer)) {
      String url = server.url("/" + redirects);
      if (redirects <= 3) {
        assertThat(fetch(url)).isEqualTo(PICTURE);
      } else {
        Denied refusal = catchThrowableOfType(Denied.class, () -> fetch(url));
        assertThat(key(refusal)).isEqualTo("fetch.redirects");
      }
      assertThat(server.connections()).isEqualTo(Math.min(redirects, 3) + 1);
      assertThat(server.heads())
          .allSatisfy(head -> assertThat(head).doesNotContainIgnoringCase("cookie", "referer"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd, fetch.scheme",
    "gopher://127.0.0.1/, fetch.scheme",
    "ftp://127.0.0.1/, fetch.scheme",
    "jar:http://127.0.0.1!/a, fetch.scheme",
    "javascript:alert(1), fetch.scheme",
    "http://user:password@127.0.0.1/, fetch.credentials",
    "http://, fetch.no-url"
  })
  void doesNotFollow(String location, String key) throws IOException {
    assertThat(key(failure(LoopbackServer.redirect(location), PATIENT))).isEqualTo(key);
  }

  @Test
  void doesNotReadTheBodyOfARedirect() throws Exception {
    try (var picture = LoopbackServer.of(LoopbackServer.ok(PICTURE));
        var endless =
            LoopbackServer.of(
                LoopbackServer.flood(
                    "HTTP/1.1 302 Found\nLocation: " + picture.url("/") + "\n\n", "x"))) {
      assertThat(fetch(endless.url("/"))).isEqualTo(PICTURE);
      assertThat(endless.end()).isEqualTo("cut off");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "204, Unavailable, fetch.status",
    "206, Unavailable, fetch.status",
    "300, Unavailable, fetch.status",
    "302, Unavailable, fetch.status",
    "304, Unavailable, fetch.status",
    "400, Denied, fetch.refused",
    "401, Denied, fetch.refused",
    "403, Denied, fetch.refused",
    "404, NotFound, fetch.not-found",
    "407, Denied, fetch.refused",
    "408, Unavailable, fetch.busy",
    "410, NotFound, fetch.not-found",
    "429, Unavailable, fetch.busy",
    "451, Denied, fetch.refused",
    "500, Unavailable, fetch.busy",
    "503, Unavailable, fetch.busy"
  })
  void tellsWhatTheStatusMeans(int status, String type, String key) throws IOException {
    Failure failure =
        failure(LoopbackServer.plain("HTTP/1.1 " + status + " x\nContent-Length: 0\n"), PATIENT);
    assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
    assertThat(key(failure)).isEqualTo(key);
    assertThat(failure).hasMessageContaining(String.valueOf(status));
  }

  static Stream<Arguments> endless() {
    String head = "HTTP/1.1 200 OK\n";
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    return Stream.of(
        Arguments.of("till it closes", LoopbackServer.flood(head + "\n", "x")),
        Arguments.of(
            "in chunks", LoopbackServer.flood(head + "Transfer-Encoding: chunked\n\n", chunk)),
        Arguments.of(
            "announced",
            LoopbackServer.drip(head + "Content-Length: " + (MIB_20 + 1) + "\n\n", "x")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void stopsAtTheLimit(String how, Answer answer) throws Exception {
    try (var server = LoopbackServer.of(answer)) {
      Failure failure = failure(server, PATIENT);
      assertThat(failure).as(how).isInstanceOf(Invalid.class);
      assertThat(failure.problems().getFirst().code()).isEqualTo("image-too-large");
      assertThat(server.end()).isEqualTo("cut off");
    }
  }

  @Test
  void takesAsMuchAsIsAllowed() throws IOException {
    try (var server = LoopbackServer.of(LoopbackServer.ok(new byte[MIB_20]))) {
      assertThat(fetch(server.url("/"))).hasSize(MIB_20);
    }
  }

  static Stream<Arguments> slow() {
    return Stream.of(
        Arguments.of("body", LoopbackServer.drip("HTTP/1.1 200 OK\n\n", "x")),
        Arguments.of(
            "chunks",
            LoopbackServer.drip("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n", "1\r\nx\r\n")),
        Arguments.of("one header", LoopbackServer.drip("HTTP/1.1 200 OK\nX: ", "x")),
        Arguments.of("status", LoopbackServer.drip("", "H")),
        Arguments.of("interim answers", LoopbackServer.drip("", "HTTP/1.1 103 Early\r\n\r\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slow")
  void endsWhatDrips(String what, Answer answer) throws Exception {
    try (var server = LoopbackServer.of(answer)) {
      Failure failure = failure(server, SHORT);
      assertThat(failure).as(what).isInstanceOf(Unavailable.class);
      assertThat(key(failure)).isEqualTo("fetch.timeout");
      assertThat(server.end()).isEqualTo("cut off");
    }
  }

  static Stream<Arguments> garbled() {
    String head = "HTTP/1.1 200 OK\n";
    return Stream.of(
        Arguments.of("fetch.garbled", LoopbackServer.flood(head, "X: y\r\n")),
        Arguments.of("fetch.garbled", LoopbackServer.flood(head + "X: ", "x")),
        Arguments.of("fetch.garbled", LoopbackServer.flood(head + "X: y", "\r\n y")),
        Arguments.of("fetch.garbled", LoopbackServer.plain("HTTP/9.9 200 OK\n")),
        Arguments.of("fetch.garbled", LoopbackServer.plain(head + "Content-Length: many\n")),
        Arguments.of("fetch.garbled", LoopbackServer.plain(head + "Content-Length: -1\n")),
        Arguments.of("fetch.broken-off", LoopbackServer.plain("")),
        Arguments.of(
            "fetch.broken-off", LoopbackServer.plain(head + "Content-Length: 9\n", PICTURE)),
        Arguments.of(
            "fetch.broken-off",
            LoopbackServer.plain(head + "Transfer-Encoding: chunked\n", PICTURE)),
        Arguments.of("fetch.broken-off", (Answer) (_, _) -> {}));
  }

  @ParameterizedTest
  @MethodSource("garbled")
  void namesWhatIsNoAnswer(String key, Answer answer) throws IOException {
    Failure failure = failure(answer, PATIENT);
    assertThat(failure).isInstanceOf(Unavailable.class);
    assertThat(key(failure)).isEqualTo(key);
  }

  @Test
  void takesWhatIsAnnouncedAndNoMore() throws IOException {
    byte[] more = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nxyz".getBytes(ISO_8859_1);
    try (var server = LoopbackServer.of((_, out) -> out.write(more))) {
      assertThat(fetch(server.url("/"))).isEqualTo("xy".getBytes(ISO_8859_1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "zstd", "identity, gzip", "unheard-of"})
  void refusesWhatIsPacked(String encoding) throws IOException {
    Failure failure =
        failure(
            LoopbackServer.plain(
                "HTTP/1.1 200 OK\nContent-Length: 3\nContent-Encoding: " + encoding + "\n",
                PICTURE),
            PATIENT);
    assertThat(failure).isInstanceOf(Denied.class);
    assertThat(key(failure)).isEqualTo("fetch.encoding");
  }

  @Test
  void tellsThatNobodyListens() throws IOException {
    LoopbackServer gone = LoopbackServer.of(LoopbackServer.ok(PICTURE));
    gone.close();
    Failure failure = failure(gone, PATIENT);
    assertThat(failure).isInstanceOf(Unavailable.class);
    assertThat(key(failure)).isEqualTo("fetch.no-connection");
  }

  @Test
  void tellsThatThereIsNoSuchHost() {
    Network nameless =
        new Network(
            host -> {
              throw new UnknownHostException(host);
            },
            _ -> true,
            SSLContext::getDefault);
    PictureUrl url = PictureUrl.parse("http://nowhere.example/");
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> new PictureFetcher(nameless, "test/1", PATIENT).fetch(url));
    assertThat(failure).isInstanceOf(Unavailable.class).hasMessageContaining("nowhere.example");
  }

  @Test
  void namesNotFoundAsSuch() throws IOException {
    assertThat(failure(LoopbackServer.plain("HTTP/1.1 404 x\n"), PATIENT))
        .isInstanceOf(NotFound.class)
        .hasMessageContaining("/p ");
  }
}
