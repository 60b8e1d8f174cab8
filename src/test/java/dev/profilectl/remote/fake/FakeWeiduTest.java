package dev.profilectl.remote.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Weidu: two names for everything, and fields that vanish. */
class FakeWeiduTest {
  private static final String TYPE = "Content-Type: multipart/form-data; boundary=b";
  private static final String MOJIBAKE = "2221\u00e6\u008f\u008f\u00e8\u00bf\u00b0";

  private final FakeWeidu fake = FakeWeidu.start();
  private final Caller caller = new Caller();
  private final String ada =
      fake.user(
          "secret",
          Map.of(
              "username",
              "ada",
              "nickname",
              "Ada",
              "mobile",
              "13800000001",
              "description",
              MOJIBAKE));
  private final String token = "Authorization: Bearer " + fake.token(ada);

  @AfterEach
  void close() {
    caller.close();
    fake.close();
    assertThat(fake.server().failures()).isEmpty();
  }

  private JsonNode put(String path, String body) throws Exception {
    return caller.json("PUT", fake.url(path), body, token);
  }

  private JsonNode get(String path) throws Exception {
    return caller.json("GET", fake.url(path), "", token);
  }

  private JsonNode row() {
    return Objects.requireNonNull(fake.row(ada));
  }

  private HttpResponse<byte[]> upload(String name, byte[] content) throws Exception {
    return caller.send(
        "POST",
        fake.url("/files?user_id=" + ada),
        Caller.file("files", name, content),
        token,
        TYPE);
  }

  @Test
  void whatIsNotSentBecomesEmpty() throws Exception {
    JsonNode answer =
        put("/users/update", "{\"id\":\"" + ada + "\",\"username\":\"ada\",\"gender\":2}");
    assertThat(answer.path("code").asInt()).isEqualTo(200);
    assertThat(answer.path("result").asText()).isEqualTo("ok");
    assertThat(answer.path("user_info").path("update_at").asLong(-1)).isZero();
    assertThat(answer.path("user_info").has("desc")).isTrue();
    assertThat(row().path("nickname").asText()).isEmpty();
    assertThat(row().path("description").asText()).isEmpty();
    assertThat(row().path("gender").asInt()).isEqualTo(2);
    assertThat(row().path("mobile").asText()).isEqualTo("13800000001");
  }

  @Test
  void keepsWhatIsNotSentWhereItIsSaidTo() throws Exception {
    fake.turnOn(WeiduQuirk.KEEPS_OMITTED);
    put("/users/update", "{\"id\":\"" + ada + "\",\"city\":\"Bern\",\"desc\":\"\"}");
    assertThat(row().path("nickname").asText()).isEqualTo("Ada");
    assertThat(row().path("city").asText()).isEqualTo("Bern");
    assertThat(row().path("description").asText()).isEmpty();
  }

  @Test
  void answersLeakAndKeepBrokenText() throws Exception {
    JsonNode user = get("/users/me").path("user_info");
    assertThat(user.path("password").asText()).startsWith("$2a$10$").hasSize(60);
    assertThat(user.path("mobile").asText()).isEqualTo("13800000001");
    assertThat(user.path("desc").asText()).isEqualTo(MOJIBAKE);
    fake.turnOn(WeiduQuirk.MASKED, WeiduQuirk.NEW_NAMES);
    JsonNode masked = get("/users/info?user_id=" + ada).path("user");
    assertThat(masked.path("mobile").asText()).isEqualTo("******");
    assertThat(masked.has("password")).isFalse();
    assertThat(masked.path("description").asText()).isEqualTo(MOJIBAKE);
  }

  @Test
  void aPictureIsAFileFirst() throws Exception {
    long before = row().path("update_at").asLong();
    byte[] picture = Samples.picture("png", 30, 20);
    HttpResponse<byte[]> uploaded = upload("my photo.png", picture);
    assertThat(uploaded.statusCode()).isEqualTo(201);
    JsonNode info = Caller.json(uploaded).path("data").path("file_infos").path(0);
    assertThat(Caller.json(uploaded).path("code").asInt()).isEqualTo(200);
    assertThat(info.path("id").asText()).hasSize(26);
    assertThat(info.path("width").asInt()).isEqualTo(30);
    JsonNode answer =
        put("/users/avatar", "{\"avatar_file_id\":\"" + info.path("id").asText() + "\"}");
    String path = answer.path("user").path("avatar_url").asText();
    assertThat(path)
        .matches("\\d{8}/users/" + ada + "/" + info.path("id").asText() + "/my photo\\.png");
    assertThat(answer.path("user").path("update_at").asLong())
        .isEqualTo(before)
        .isGreaterThan(1_000_000_000_000L);
    assertThat(caller.send("GET", fake.fileBase() + path.replace(" ", "%20"), new byte[0]).body())
        .isEqualTo(picture);
    assertThat(get("/users/avatar?user_id=" + ada).path("user").path("avatar_url").asText())
        .isEqualTo(path);
    assertThat(put("/users/avatar", "{\"avatar_file_id\":\"x\"}").path("code").asInt())
        .isNotEqualTo(200);
  }

  @Test
  void anyFileWillDo() throws Exception {
    JsonNode info = Caller.json(upload(".", new byte[0])).path("data").path("file_infos").path(0);
    assertThat(info.path("mime_type").asText("none")).isEmpty();
    assertThat(info.has("width")).isFalse();
    assertThat(
            put("/users/avatar", "{\"avatar_file_id\":\"" + info.path("id").asText() + "\"}")
                .path("code")
                .asInt())
        .isEqualTo(200);
  }

  @Test
  void login() throws Exception {
    String right = "{\"login_id\":\"13800000001\",\"password\":\"secret\"}";
    HttpResponse<byte[]> answer =
        caller.send("POST", fake.url("/users/login"), right.getBytes(StandardCharsets.UTF_8));
    String given = answer.headers().firstValue("token").orElseThrow();
    assertThat(given).hasSize(26);
    assertThat(Caller.text(answer)).doesNotContain(given).contains("user_info");
    assertThat(
            caller
                .json("GET", fake.url("/users/me"), "", "Authorization: bearer " + given)
                .path("code")
                .asInt())
        .isEqualTo(200);
    for (int i = 0; i < 10; i++) {
      assertThat(
              caller
                  .json("POST", fake.url("/users/login"), right.replace("secret", "x"))
                  .path("code")
                  .asInt())
          .isEqualTo(40013);
    }
    assertThat(caller.json("POST", fake.url("/users/login"), right).path("code").asInt())
        .isEqualTo(40021);
  }

  @Test
  void strangers() throws Exception {
    String url = fake.url("/users/me");
    assertThat(caller.json("GET", url, "", "User-Id: " + ada).path("code").asInt()).isEqualTo(1000);
    fake.turnOn(WeiduQuirk.TEST_MODE);
    assertThat(caller.json("GET", url, "", "User-Id: " + ada).path("code").asInt()).isEqualTo(200);
    assertThat(
            caller
                .json("PUT", fake.url("/users/update"), "{\"id\":\"" + ada + "\"}")
                .path("code")
                .asInt())
        .as("the id in the body is enough")
        .isEqualTo(200);
    fake.turnOn(WeiduQuirk.HTTP_STATUS);
    assertThat(caller.send("GET", url, new byte[0]).statusCode()).isEqualTo(401);
    fake.expire(token.substring("Authorization: Bearer ".length()));
    assertThat(get("/users/me").path("code").asInt()).isEqualTo(1000);
  }

  @Test
  void codesAndTimesInOtherDress() throws Exception {
    fake.turnOn(WeiduQuirk.CODE_AS_STRING, WeiduQuirk.SECONDS, WeiduQuirk.OLD_NAMES);
    JsonNode answer = get("/users/avatar");
    assertThat(answer.path("code").isTextual()).isTrue();
    assertThat(answer.path("user_info").path("create_at").asLong()).isLessThan(100_000_000_000L);
    assertThat(put("/users/update", "{\"gender\":\"1\"}").path("code").asText()).isEqualTo("400");
    assertThat(put("/users/update", "{").path("code").asText()).isEqualTo("400");
    assertThat(caller.send("GET", fake.url("/nowhere"), new byte[0]).statusCode()).isEqualTo(404);
  }
}
