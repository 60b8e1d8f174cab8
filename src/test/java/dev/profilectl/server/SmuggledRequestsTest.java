package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static dev.profilectl.server.Served.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.profilectl.profile.Field;
import dev.profilectl.server.Served.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests hidden in others, so that what stands in front of a server and the server disagree where
 * one ends; requests in a row; paths and names that lead elsewhere.
 */
class SmuggledRequestsTest {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served(folder, Manner.HASTY);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String update(String city, String lengths) {
    return "PUT /weidu/api/v1/users/update HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        + lengths
        + "\r\n"
        + body(city);
  }

  private static String body(String city) {
    return "{\"id\":\"%s\",\"city\":\"%s\"}".formatted(BOB, city);
  }

  private static String whole(String city) {
    return update(city, "Content-Length: " + body(city).length() + "\r\n");
  }

  private static String send(String text) throws IOException {
    return served.raw(text.getBytes(StandardCharsets.ISO_8859_1), true);
  }

  private static List<Integer> statuses(String answer) {
    Matcher matcher = STATUS.matcher(answer);
    return matcher.results().map(found -> Integer.valueOf(found.group(1))).toList();
  }

  /** The head of a request by ada whose body begins here; BODY is the smuggled one. */
  static Stream<Arguments> pairs() {
    String chunk = "0\r\n\r\n";
    return Stream.of(
        Arguments.of("CL.TE", "Content-Length: LENGTH\r\nTransfer-Encoding: chunked\r\n", chunk),
        Arguments.of("TE.CL", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", chunk),
        Arguments.of("CL.CL", "Content-Length: 0\r\nContent-Length: LENGTH\r\n", ""),
        Arguments.of("CL,CL", "Content-Length: 0, LENGTH\r\n", ""),
        Arguments.of(
            "TE.TE", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", chunk),
        Arguments.of("TE, TE", "Transfer-Encoding: chunked, identity\r\n", chunk),
        Arguments.of("TE twice", "Transfer-Encoding: chunked, chunked\r\n", chunk),
        Arguments.of("TE odd", "Transfer-Encoding: xchunked\r\n", chunk),
        Arguments.of("TE tab", "Transfer-Encoding:\tchunked\r\nContent-Length: 4\r\n", chunk),
        Arguments.of(
            "TE blank", "Transfer-Encoding : chunked\r\nContent-Length: LENGTH\r\n", chunk),
        Arguments.of(
            "TE folded", "Transfer-Encoding:\r\n chunked\r\nContent-Length: LENGTH\r\n", chunk),
        Arguments.of("TE in a value", "X: y\rTransfer-Encoding: chunked\r\n", chunk),
        Arguments.of(
            "TE by LF", "X: y\nTransfer-Encoding: chunked\r\nContent-Length: LENGTH\r\n", chunk),
        Arguments.of("TE with NUL", "Transfer-Encoding: chunked\0\r\n", chunk),
        Arguments.of("CL plus", "Content-Length: +0\r\n", ""),
        Arguments.of("CL minus", "Content-Length: -1\r\n", ""),
        Arguments.of("CL hex", "Content-Length: 0x0\r\n", ""),
        Arguments.of("CL blank", "Content-Length : 0\r\n", ""),
        Arguments.of("CL huge", "Content-Length: 18446744073709551616\r\n", ""),
        Arguments.of("CL empty", "Content-Length: \r\n", ""),
        Arguments.of("chunk size", "Transfer-Encoding: chunked\r\n", "fffffffffffffffff0\r\n"),
        Arguments.of("chunk sign", "Transfer-Encoding: chunked\r\n", "-1\r\n"),
        Arguments.of("chunk end", "Transfer-Encoding: chunked\r\n", "1\nx0\r\n\r\n"));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aRequestInTheBodyOfAnotherIsNeverOneOfItsOwn(String name, String lengths, String start)
      throws IOException {
    String smuggled = start + whole("Pwned");
    String outer =
        "POST /v1/user/update HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Id: "
            + ADA
            + "\r\n"
            + lengths.replace("LENGTH", String.valueOf(smuggled.length()))
            + "\r\n"
            + smuggled;
    String answer = send(outer);
    assertThat(served.user(BOB).get(Field.CITY)).as(name + "\n" + answer).isNotEqualTo("Pwned");
    assertThat(statuses(answer)).as(name + "\n" + answer).hasSizeLessThanOrEqualTo(1);
    assertThat(statuses(answer)).allMatch(status -> status >= 400);
  }

  /** What is a proper second request is one: pipelining is no attack by itself. */
  @Test
  void requestsInARowAreAnsweredInTheirOrder() throws IOException {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      row.append(whole("City " + i));
    }
    String answer = send(row.toString());
    assertThat(statuses(answer)).hasSize(50).containsOnly(200);
    for (int i = 1; i < 50; i++) {
      assertThat(answer.indexOf("\"City " + i + "\""))
          .isGreaterThan(answer.indexOf("\"City " + (i - 1) + "\""));
    }
  }

  /** After a refusal nothing more of a connection is taken: what follows may be part of it. */
  @Test
  void aRefusalEndsTheRow() throws IOException {
    String bad = update("", "Content-Length: 2\r\n").replaceAll("\\{.*", "{x");
    String answer = send(whole("before") + bad + whole("after"));
    assertThat(statuses(answer)).containsExactly(200, 400);
    assertThat(served.user(BOB).get(Field.CITY)).isEqualTo("before");
  }

  @Test
  void aThousandInARowDoNotStopTheOthers() throws IOException {
    byte[] row =
        "GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n"
            .repeat(1_000)
            .getBytes(StandardCharsets.US_ASCII);
    try (var greedy = served.connect()) {
      greedy.getOutputStream().write(row);
      // takes no answer
      assertThat(served.get("/healthz").status()).isEqualTo(200);
    }
    assertThat(served.get("/healthz").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..;/..;/etc/passwd",
        "/uploads/user/../../../s.db",
        "/uploads/user/1.jpg/../../../s.db",
        "/uploads/user/%2e%2e%2fs.db",
        "/uploads/user/1.jpg%00.png",
        "/20260101/users/aaaaaaaaaaaaaaaaaaaaaaaaaa/x/../../../s.db",
        "/20260101/users/aaaaaaaaaaaaaaaaaaaaaaaaaa/x/..%5c..%5cs.db",
        "//etc/passwd",
        "/\\..\\..\\s.db",
        "/weidu/api/v1/users/info;user_id=x",
        "/weidu/api/v1/users//me",
        "/weidu/api/v1/users/./me",
        "/weidu/api/v1/x/../users/me",
        "/weidu/api/v1/users/%6de",
        "/WEIDU/api/v1/users/me",
        "http://evil.example/weidu/api/v1/users/me",
        "/s.db",
        "/%u002e%u002e/s.db",
        "/%c0%ae%c0%ae/s.db",
        "/\ufffd\u0001"
      })
  void pathsLeadNowhereElse(String path) throws IOException {
    String answer =
        send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Id: " + ADA + "\r\n\r\n");
    assertThat(answer).doesNotContain("SQLite", "root:");
    // A path may be spelled in more than one way, but then it is that call, with its checks.
    List<Integer> statuses = statuses(answer);
    assertThat(statuses).as(answer).hasSize(1);
    assertThat(statuses.getFirst()).as(answer).isIn(200, 400, 403, 404);
    if (statuses.getFirst() == 200) {
      assertThat(answer).contains("\"username\":\"ada\"");
    }
  }

  /** Line breaks in names become no lines of a head, a log or an answer. */
  @Test
  void namesMakeNoHeaders() throws IOException {
    byte[] photo = Files.readAllBytes(Served.PHOTO);
    for (String name :
        new String[] {
          "a\r\nSet-Cookie: x=1\r\n.jpg",
          "a%0d%0aSet-Cookie:%20x=1.jpg",
          "a\";\r\nX-Evil: 1;\".jpg",
          "\u0000\u001b]0;x\u0007.jpg",
          "../../../../tmp/x.jpg",
          "\u202egpj.exe"
        }) {
      byte[] body = Served.multipart("files", name, photo);
      var got =
          served.send(
              "POST",
              "/weidu/api/v1/files?user_id=" + ADA,
              body,
              "Content-Type",
              "multipart/form-data; boundary=XX");
      assertThat(got.response().headers().map()).doesNotContainKeys("set-cookie", "x-evil");
      assertThat(got.status()).isIn(200, 201, 400);
      String stored = got.json().path("data").path("file_infos").path(0).path("name").asText();
      assertThat(stored).matches("[A-Za-z0-9._-]*");
    }
    send("GET /x%0d%0a{\"status\":200} HTTP/1.1\r\nHost: h\r\nX: \u001b[2J\r\n\r\n");
    send("GET /\u009b2J HTTP/1.1\r\nHost: h\r\n\r\n");
    for (String line : served.log().split("\n", -1)) {
      if (!line.isEmpty()) {
        assertThat(isOneObject(line)).as(line).isTrue();
        assertThat(line.chars().allMatch(c -> c >= ' ' && c < 127)).as(line).isTrue();
      }
    }
  }

  private static boolean isOneObject(String line) {
    try {
      return new JsonMapper().readTree(line).path("path").asText().startsWith("/");
    } catch (JsonProcessingException broken) {
      return false;
    }
  }

  @Test
  void headsOfAnySizeAreRefused() throws IOException {
    for (String text :
        new String[] {
          "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: h\r\n\r\n",
          "GET /healthz HTTP/1.1\r\nHost: h\r\n" + "A: b\r\n".repeat(50_000) + "\r\n",
          "GET /healthz HTTP/1.1\r\nHost: h\r\n" + "a".repeat(100_000) + ": b\r\n\r\n",
          "GET /healthz HTTP/1.1\r\nHost: " + "h".repeat(100_000) + "\r\n\r\n",
          "A".repeat(100_000) + " /healthz HTTP/1.1\r\nHost: h\r\n\r\n",
          "GET /healthz HTTP/1.1\r\nHost: h\r\nHost: evil.example\r\n\r\n",
          "GET /healthz HTTP/1.1\r\nHost: h\r\n folded: x\r\n\r\n",
          "GET /healthz HTTP/1.1\r\nHost: h\r\n: x\r\n\r\n",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
        }) {
      String answer;
      try {
        answer = send(text);
      } catch (IOException hungUp) {
        continue; // before all of it was sent
      }
      assertThat(statuses(answer)).as(answer).allMatch(status -> status >= 400);
      assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("jetty", "exception", "evil");
    }
    assertThat(served.get("/healthz").status()).isEqualTo(200);
  }
}
