package dev.profilectl.remote.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What zaihangyun answers to those it does not know, and to HTTP that it does not know. */
class FakeZaihangyunWireTest {
  private static final String TOKEN = "Authorization: Bearer ada";
  private static final String ACCEPT = "Accept: application/json";

  private final FakeZaihangyun fake = FakeZaihangyun.start();
  private final Caller caller = new Caller();
  private final long ada = fake.user("ada", Map.of("nickname", "Ada", "mcode", "+44"));

  @AfterEach
  void close() {
    caller.close();
    fake.close();
    assertThat(fake.server().failures()).isEmpty();
  }

  private JsonNode update(String body) throws Exception {
    return caller.json("POST", fake.url("/v1/user/update"), body, TOKEN, ACCEPT, Caller.JSON);
  }

  @Test
  void tokens() throws Exception {
    String url = fake.url("/v1/user/info");
    assertThat(caller.json("GET", url, "").path("code").asInt()).isEqualTo(400);
    assertThat(caller.json("GET", url, "", "Authorization: bearer ada").path("code").asInt())
        .isEqualTo(401);
    assertThat(caller.json("GET", url, "", "Authorization: ada").path("code").asInt())
        .isEqualTo(200);
    fake.delete(ada);
    assertThat(update("{\"nickname\":1}").path("code").asText())
        .as("rules come first")
        .isEqualTo("400101");
    assertThat(update("{}").path("code").toString()).isEqualTo("400199");
    fake.expire("ada");
    assertThat(update("{}").path("code").asInt()).isEqualTo(402);
  }

  @Test
  void whatIsNotThereDependsOnAccept() throws Exception {
    HttpResponse<byte[]> json =
        caller.send("DELETE", fake.url("/v1/user/update"), new byte[0], ACCEPT);
    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(Caller.text(json))
        .isEqualTo("{\n    \"code\": 404,\n    \"msg\": \"404 Not Found\",\n    \"data\": []\n}");
    HttpResponse<byte[]> page = caller.send("GET", fake.url("/nowhere"), new byte[0]);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(Caller.text(page)).startsWith("<html>");
  }

  @Test
  void aBirthdayThatIsNoTextIsAPageWithoutAccept() throws Exception {
    byte[] body = "{\"birthday\":1}".getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> page =
        caller.send("POST", fake.url("/v1/user/update"), body, TOKEN, Caller.JSON);
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(Caller.text(page)).startsWith("<html>");
    assertThat(update("{\"birthday\":1}").has("traces")).isTrue();
  }

  @Test
  void framingItDoesNotKnow() throws Exception {
    String post = "POST /v1/user/update HTTP/1.1\r\nAuthorization: ada\r\n";
    assertThat(Caller.raw(fake.server(), post + "Transfer-Encoding: chunked\r\n\r\n"))
        .isEqualTo("HTTP/1.1 400 Bad Request\r\n\r\n");
    assertThat(Caller.raw(fake.server(), post + "Content-Length: 10485760\r\n\r\n"))
        .as("the head counts too")
        .isEqualTo("HTTP/1.1 413 Request Entity Too Large\r\n\r\n");
    assertThat(Objects.requireNonNull(fake.row(ada)).path("mcode").asText()).isEqualTo("+44");
    assertThat(
            Caller.raw(
                fake.server(),
                "HEAD /v1/user/info HTTP/1.1\r\nAuthorization: ada\r\nConnection: close\r\n\r\n"))
        .as("a body where none belongs")
        .contains("\"nickname\":\"Ada\"");
  }
}
