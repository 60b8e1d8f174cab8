package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.server.Served.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites, in a browser on the machine of a server that believes anybody. */
class ForeignPagesTest {
  private static final String EVIL = "Origin: https://evil.example\r\n";

  @TempDir static Path folder;
  private static Served served;
  private static int changes;

  @BeforeAll
  static void start() {
    served = new Served(folder, Manner.TEST);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String request(String line, String host, String more, String body) {
    return "%s HTTP/1.1\r\nHost: %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(line, host, more, body.length(), body);
  }

  private static String send(String text) throws IOException {
    return served.raw(text.getBytes(StandardCharsets.ISO_8859_1), true);
  }

  private static String update(String host, String more) throws IOException {
    String body = "{\"id\":\"%s\",\"city\":\"%s\"}".formatted(ADA, "City " + ++changes);
    return send(request("PUT /weidu/api/v1/users/update", host, more, body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:9004",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "192.0.2.1",
        "[2001:db8::1]",
        "0.0.0.0",
        "169.254.169.254"
      })
  void aNameThatIsNotItsOwnIsNotBelieved(String host) throws IOException {
    long before = served.user(ADA).version();
    assertThat(update(host, "")).startsWith("HTTP/1.1 403").doesNotContain("ada");
    assertThat(send(request("GET /v1/user/info", host, "User-Id: " + ADA + "\r\n", "")))
        .startsWith("HTTP/1.1 403");
    assertThat(served.user(ADA).version()).isEqualTo(before);
    // With a token it does not matter by which name a server is called.
    String token = "Authorization: Bearer " + served.token(ADA) + "\r\n";
    assertThat(update(host, token)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1:9004",
        "localhost",
        "LOCALHOST:1",
        "[::1]:9004",
        "a.localhost"
      })
  void itsOwnNamesAre(String host) throws IOException {
    assertThat(update(host, "")).startsWith("HTTP/1.1 200");
    assertThat(update("users.example.org", "")).as("public").startsWith("HTTP/1.1 200");
    assertThat(update(host, "Origin: http://localhost:3000\r\n")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "file://", "http://127.0.0.1.evil.example", "x y"})
  void aPageOfAnotherSiteIsNotBelieved(String origin) throws IOException {
    long before = served.user(ADA).version();
    assertThat(update("127.0.0.1", "Origin: " + origin + "\r\n")).startsWith("HTTP/1.1 403");
    assertThat(served.user(ADA).version()).isEqualTo(before);
  }

  /** No answer invites other sites: without these headers a browser keeps all of it from them. */
  @Test
  void nothingIsSharedWithOtherOrigins() throws IOException {
    String token = "Authorization: Bearer " + served.token(ADA) + "\r\n";
    for (String line :
        new String[] {
          "OPTIONS /weidu/api/v1/users/update",
          "GET /weidu/api/v1/users/me",
          "GET /v1/user/info",
          "GET /healthz",
          "GET /nothing",
          "OPTIONS *",
          "TRACE /v1/user/info",
          "CONNECT evil.example:443"
        }) {
      String more = EVIL + token + "Access-Control-Request-Method: PUT\r\n";
      String answer = send(request(line, "h", more, ""));
      assertThat(answer.toLowerCase(Locale.ROOT)).as(line).doesNotContain("access-control-");
      assertThat(answer.toLowerCase(Locale.ROOT))
          .as(line)
          .doesNotContain("evil", "bearer", "server:", "jetty");
    }
  }

  @Test
  void answersAreForWhoAskedAlone() {
    for (String path : new String[] {"/v1/user/info", "/weidu/api/v1/users/me", "/x"}) {
      var got = served.get(path, "User-Id", ADA.text());
      assertThat(got.header("Cache-Control")).isEqualTo("no-store");
      assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(got.response().headers().map()).doesNotContainKey("server");
    }
  }
}
