package dev.profilectl.remote.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Anqicms: texts that vanish when they are not sent, and success that is none. */
class FakeAnqicmsTest {
  private static final String TYPE = "Content-Type: multipart/form-data; boundary=b";
  private static final byte[] NOTHING = new byte[0];

  private final FakeAnqicms fake = FakeAnqicms.start();
  private final Caller caller = new Caller();
  private final long ada =
      fake.user(
          "ada", "secret1", Map.of("real_name", "Ada", "introduce", "hello", "email", "a@b.c"));
  private final String token = "Token: " + fake.token(ada);

  @AfterEach
  void close() {
    caller.close();
    fake.close();
    assertThat(fake.server().failures()).isEmpty();
  }

  private JsonNode post(String path, String body) throws Exception {
    return caller.json("POST", fake.url(path), body, token, Caller.JSON);
  }

  private JsonNode row() {
    return Objects.requireNonNull(fake.row(ada));
  }

  private JsonNode upload(String field, byte[] picture) throws Exception {
    return Caller.json(
        caller.send(
            "POST",
            fake.url("/api/user/avatar"),
            Caller.file(field, "x.gif", picture),
            token,
            TYPE));
  }

  @Test
  void whatIsNotSentBecomesEmpty() throws Exception {
    assertThat(post("/api/user/detail", "{\"user_name\":\"ada2\"}").path("code").asInt()).isZero();
    assertThat(row().path("user_name").asText()).isEqualTo("ada2");
    assertThat(row().path("real_name").asText()).isEmpty();
    assertThat(row().path("introduce").asText()).isEmpty();
    post("/api/user/detail", "{\"real_name\":\"X\",\"first_name\":\"A\",\"last_name\":\"B\"}");
    assertThat(row().path("real_name").asText()).isEqualTo("A B");
    assertThat(row().path("user_name").asText()).isEmpty();
  }

  @Test
  void phoneAndEmailAreWrittenOnce() throws Exception {
    post("/api/user/detail", "{\"user_name\":\"ada\",\"phone\":\"1\",\"email\":\"new@b.c\"}");
    post("/api/user/detail", "{\"user_name\":\"ada\",\"phone\":\"2\"}");
    assertThat(row().path("phone").asText()).isEqualTo("1");
    assertThat(row().path("email").asText()).isEqualTo("a@b.c");
  }

  @Test
  void namesOfOthersAreTakenAndEmptyIsAName() throws Exception {
    fake.user("", "secret2", Map.of("phone", "7"));
    assertThat(post("/api/user/detail", "{}").path("code").asInt()).isEqualTo(-1);
    assertThat(
            post("/api/user/detail", "{\"user_name\":\"a\",\"phone\":\"7\"}").path("code").asInt())
        .isEqualTo(-1);
    assertThat(row().path("real_name").asText()).isEqualTo("Ada");
  }

  @Test
  void writesThatFailAreASuccess() throws Exception {
    String tooLong = "{\"user_name\":\"" + "x".repeat(65) + "\"}";
    assertThat(post("/api/user/detail", tooLong).path("code").asInt()).isZero();
    fake.turnOn(AnqicmsQuirk.LOST_WRITES);
    assertThat(post("/api/user/detail", "{\"user_name\":\"b\"}").path("code").asInt()).isZero();
    assertThat(row().path("user_name").asText()).isEqualTo("ada");
    fake.turnOff(AnqicmsQuirk.LOST_WRITES);
    post("/api/user/detail", "{\"user_name\":\"b\"}");
    assertThat(row().path("user_name").asText()).isEqualTo("b");
  }

  @Test
  void detailHasNoMessageAndTwoAddresses() throws Exception {
    upload("file", Samples.picture("png", 9, 9));
    JsonNode answer = caller.json("GET", fake.url("/api/user/detail?userId=99"), "", token);
    assertThat(answer.has("msg")).isTrue();
    assertThat(answer.path("msg").isNull()).isTrue();
    assertThat(answer.path("data").path("id").asLong()).isEqualTo(ada);
    assertThat(answer.path("data").path("avatar_url").asText()).isEqualTo("uploads/user/1.png");
    assertThat(answer.path("data").path("full_avatar_url").asText()).startsWith("http://");
    assertThat(answer.path("data").has("password")).isFalse();
  }

  @Test
  void picturesAreCroppedTo256AndKeepTheirFormat() throws Exception {
    JsonNode first = upload("file", Samples.picture("jpeg", 90, 30));
    assertThat(first.path("msg").asText()).isEqualTo("文件已上传完成");
    String url = first.path("data").path("avatar_url").asText();
    assertThat(url).isEqualTo(fake.url("/uploads/user/1.jpg"));
    byte[] stored = caller.send("GET", url, NOTHING).body();
    assertThat(Samples.shape(stored)).isEqualTo("256x256 jpeg");
    assertThat(Samples.leftIsRed(stored)).as("the middle was kept").isFalse();
    assertThat(
            upload("file", Samples.picture("jpeg", 9, 9)).path("data").path("avatar_url").asText())
        .as("the same address each time")
        .isEqualTo(url);
    assertThat(
            upload("file", Samples.picture("bmp", 9, 9)).path("data").path("avatar_url").asText())
        .endsWith("1.png");
    assertThat(
            upload("file", Samples.picture("gif", 9, 9)).path("data").path("avatar_url").asText())
        .endsWith("1.gif");
    assertThat(fake.file("uploads/user/1.jpg")).as("the old file stays").isPresent();
  }

  @Test
  void picturesItDoesNotTake() throws Exception {
    assertThat(upload("avatar", NOTHING).path("msg").asText()).isEqualTo("http: no such file");
    JsonNode noParts = post("/api/user/avatar", "{}");
    assertThat(noParts.path("msg").asText()).contains("isn't multipart/form-data");
    JsonNode noPicture = upload("file", "x".getBytes(StandardCharsets.UTF_8));
    assertThat(noPicture.path("code").asInt()).isEqualTo(-1);
    assertThat(noPicture.path("msg").asText()).isEqualTo("文件保存失败");
  }

  @Test
  void strangersAreToldInTheirLanguage() throws Exception {
    String url = fake.url("/api/user/detail");
    assertThat(caller.json("GET", url, "", "Token: x").path("code").asInt()).isEqualTo(1001);
    assertThat(caller.json("GET", url, "", "Cookie: a=b; lang=en-US").path("msg").asText())
        .startsWith("This operation");
    String old = "Token: " + fake.token(ada, Duration.ofDays(2));
    assertThat(caller.json("GET", url, "", old).path("code").asInt()).isZero();
    fake.later(Duration.ofDays(3));
    assertThat(caller.json("GET", url, "", old).path("code").asInt()).isEqualTo(1001);
  }

  @Test
  void tokensAreRenewedInTheirLastHour() throws Exception {
    String url = fake.url("/api/user/detail");
    String last = "Token: " + fake.token(ada, Duration.ofMinutes(59));
    assertThat(caller.send("GET", url, NOTHING, token).headers().firstValue("update-token"))
        .isEmpty();
    HttpResponse<byte[]> answer = caller.send("GET", url, NOTHING, last);
    String renewed = answer.headers().firstValue("update-token").orElseThrow();
    fake.later(Duration.ofHours(20));
    assertThat(caller.json("GET", url, "", "Token: " + renewed).path("code").asInt()).isZero();
    assertThat(caller.json("GET", url, "", last).path("code").asInt()).isEqualTo(1001);
  }

  @Test
  void login() throws Exception {
    JsonNode answer = post("/api/login", "{\"user_name\":\"a@b.c\",\"password\":\"secret1\"}");
    String given = answer.path("data").path("token").asText();
    assertThat(
            caller
                .json("GET", fake.url("/api/user/detail"), "", "Cookie: token=" + given)
                .path("code")
                .asInt())
        .isZero();
    assertThat(
            post("/api/login", "{\"user_name\":\"ada\",\"password\":\"wrong1\"}")
                .path("msg")
                .asText())
        .isEqualTo("登录失败");
    assertThat(post("/api/login", "{}").path("code").asInt()).isEqualTo(-1);
  }

  @Test
  void answersThatAreNotJson() throws Exception {
    String url = fake.url("/api/user/detail");
    HttpResponse<byte[]> moved = caller.send("GET", url + "?lang=en", NOTHING, token);
    assertThat(moved.statusCode()).isEqualTo(307);
    assertThat(moved.headers().firstValue("set-cookie").orElseThrow()).startsWith("lang=en");
    assertThat(caller.send("GET", fake.url("/api/user/profile"), NOTHING).statusCode())
        .isEqualTo(404);
    fake.turnOn(AnqicmsQuirk.PANICS);
    assertThat(caller.send("GET", url, NOTHING, token).statusCode()).isEqualTo(500);
    fake.turnOn(AnqicmsQuirk.LIMITED);
    assertThat(caller.send("GET", url, NOTHING, token).body()).isEmpty();
    fake.turnOn(AnqicmsQuirk.CLOSED);
    assertThat(caller.send("GET", url, NOTHING, token).statusCode()).isEqualTo(403);
    fake.turnOn(AnqicmsQuirk.NOT_INSTALLED);
    assertThat(caller.send("GET", url, NOTHING, token).headers().firstValue("location"))
        .contains("/install");
  }
}
