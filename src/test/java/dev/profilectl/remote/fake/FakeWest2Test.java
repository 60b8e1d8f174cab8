package dev.profilectl.remote.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** West2-online: the same call, answered in four ways. */
class FakeWest2Test {
  private static final byte[] PICTURE = Samples.picture("png", 20, 20);
  private static final byte[] NO_PICTURE = "text".getBytes(StandardCharsets.UTF_8);

  private final List<FakeWest2> started = new ArrayList<>();
  private final Caller caller = new Caller();

  @AfterEach
  void close() {
    caller.close();
    for (FakeWest2 fake : started) {
      fake.close();
      assertThat(fake.server().failures()).isEmpty();
    }
  }

  private FakeWest2 fake(West2Variant variant) {
    FakeWest2 fake = FakeWest2.start(variant);
    started.add(fake);
    return fake;
  }

  private HttpResponse<byte[]> put(FakeWest2 fake, byte[] picture, String... tokens)
      throws Exception {
    List<String> headers =
        new ArrayList<>(List.of("Content-Type: multipart/form-data; boundary=b"));
    for (int i = 0; i < tokens.length; i++) {
      headers.add((i == 0 ? "Access-Token: " : "Refresh-Token: ") + tokens[i]);
    }
    return caller.send(
        "PUT",
        fake.url("/user/avatar/upload"),
        Caller.file("data", "my photo.png", picture),
        headers.toArray(String[]::new));
  }

  private JsonNode upload(FakeWest2 fake, byte[] picture, String... tokens) throws Exception {
    return Caller.json(put(fake, picture, tokens));
  }

  private JsonNode info(FakeWest2 fake, String id, West2Pair pair) throws Exception {
    return caller.json(
        "GET",
        fake.url("/user/info?user_id=" + id),
        "",
        "Access-Token: " + pair.access(),
        "Refresh-Token: " + pair.refresh());
  }

  private static int code(JsonNode answer) {
    return answer.path("base").path("code").asInt(-99);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }

  @Test
  void asDocumented() throws Exception {
    FakeWest2 fake = fake(West2Variant.SPEC);
    String id = fake.user("ada", "secret");
    HttpResponse<byte[]> login =
        caller.send(
            "POST",
            fake.url("/user/login"),
            "username=ada&password=secret".getBytes(StandardCharsets.UTF_8));
    assertThat(Caller.json(login).path("data").path("id").asText()).isEqualTo(id).hasSize(18);
    JsonNode data = upload(fake, PICTURE, header(login, "access-token")).path("data");
    assertThat(data.path("deleted_at").asText())
        .as("of a live user")
        .isEqualTo("1970-01-01 08:00:00");
    assertThat(data.path("updated_at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(caller.send("GET", data.path("avatar_url").asText(), new byte[0]).body())
        .isEqualTo(PICTURE);
    assertThat(code(upload(fake, NO_PICTURE, header(login, "access-token")))).isEqualTo(-1);
    assertThat(put(fake, PICTURE, "Bearer " + header(login, "access-token")).statusCode())
        .isEqualTo(200);
    assertThat(code(upload(fake, PICTURE, "Bearer " + header(login, "access-token"))))
        .isEqualTo(-1);
    assertThat(code(caller.json("POST", fake.url("/user/login"), "username=ada&password=x")))
        .isEqualTo(-1);
  }

  @Test
  void aWantsBothTokensAndRenewsThem() throws Exception {
    FakeWest2 fake = fake(West2Variant.A);
    String id = fake.user("ada", "secret");
    West2Pair pair = fake.tokens(id);
    assertThat(code(upload(fake, PICTURE, pair.access()))).isEqualTo(-1);
    HttpResponse<byte[]> fine = put(fake, PICTURE, pair.access(), pair.refresh());
    assertThat(Caller.text(fine))
        .isEqualTo("{\"base\":{\"code\":10000,\"msg\":\"success\"},\"data\":null}");
    var renewed = new West2Pair(header(fine, "access-token"), header(fine, "refresh-token"));
    assertThat(renewed).isNotEqualTo(pair);
    JsonNode user = info(fake, id, renewed).path("data");
    assertThat(user.path("avatar_url").asText()).startsWith("/srv/");
    assertThat(user.path("created_at").asText())
        .matches(".*T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+00:00");
    assertThat(user.path("deleted_at").isNull()).isTrue();
  }

  @Test
  void aRenewsEvenThoseItTurnsAway() throws Exception {
    FakeWest2 fake = fake(West2Variant.A);
    West2Pair pair = fake.tokens(fake.user("ada", "secret"));
    HttpResponse<byte[]> refused = put(fake, PICTURE, "garbage", pair.refresh());
    assertThat(code(Caller.json(refused))).isEqualTo(-1);
    fake.expire(pair.access());
    HttpResponse<byte[]> late = put(fake, PICTURE, pair.access(), header(refused, "refresh-token"));
    assertThat(code(Caller.json(late))).isEqualTo(10000);
    assertThat(header(late, "access-token")).startsWith("eyJ");
    fake.expire(pair.refresh());
    HttpResponse<byte[]> over = put(fake, PICTURE, pair.access(), pair.refresh());
    assertThat(code(Caller.json(over))).isEqualTo(-1);
    assertThat(header(over, "access-token")).isEqualTo("none");
  }

  @Test
  void bHidesTheVerdictInside() throws Exception {
    FakeWest2 fake = fake(West2Variant.B);
    String id = fake.user("ada", "secret");
    JsonNode login = caller.json("POST", fake.url("/user/login"), "username=ada&password=secret");
    String token = login.path("data").path("token").asText();
    JsonNode refused = upload(fake, NO_PICTURE, token);
    assertThat(code(refused)).isEqualTo(10000);
    assertThat(code(refused.path("data"))).isEqualTo(-1);
    assertThat(fake.avatar(id)).isEmpty();
    JsonNode fine = upload(fake, PICTURE, token).path("data");
    assertThat(code(fine)).isEqualTo(10000);
    assertThat(fine.path("data").path("avatar_url").asText()).endsWith("/my photo.png");
    HttpResponse<byte[]> missing = caller.send("GET", fake.url("/nowhere"), new byte[0]);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(Caller.text(missing)).contains("unauthorized");
  }

  @Test
  void cSpeaksItsFrameworksWords() throws Exception {
    FakeWest2 fake = fake(West2Variant.C);
    String id = fake.user("ada", "secret");
    HttpResponse<byte[]> login =
        caller.send(
            "POST",
            fake.url("/user/login"),
            "username=ada&password=secret".getBytes(StandardCharsets.UTF_8));
    assertThat(Caller.text(login)).doesNotContain("eyJ");
    assertThat(header(login, "access-token")).isEqualTo("none");
    HttpResponse<byte[]> stranger = put(fake, PICTURE, "x");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(Caller.json(stranger).has("base")).isFalse();
    assertThat(Caller.json(stranger).path("path").asText()).isEqualTo("/user/avatar/upload");
    String token = fake.tokens(id).access();
    JsonNode first = upload(fake, NO_PICTURE, token);
    assertThat(code(first)).as("the part's type is believed").isEqualTo(1);
    assertThat(first.path("data").path("avatarUrl").asText())
        .isNotEqualTo(upload(fake, PICTURE, token).path("data").path("avatarUrl").asText());
    assertThat(code(upload(fake, new byte[5 * 1024 * 1024 + 1], token))).isZero();
    assertThat(first.path("data").path("createdAt").asText()).matches("\\S+T\\d\\d:\\d\\d:\\d\\d");
  }

  @Test
  void anUploadForADeletedUserIsASuccess() throws Exception {
    FakeWest2 fake = fake(West2Variant.A);
    String id = fake.user("ada", "secret");
    West2Pair pair = fake.tokens(id);
    fake.delete(id);
    assertThat(code(upload(fake, PICTURE, pair.access(), pair.refresh()))).isEqualTo(10000);
    assertThat(code(info(fake, id, pair))).isEqualTo(-1);
    assertThat(fake.avatar(id)).isEmpty();
  }

  @Test
  void quirks() throws Exception {
    FakeWest2 fake = fake(West2Variant.SPEC);
    String id = fake.user("ada", "secret");
    West2Pair pair = fake.tokens(id);
    fake.turnOn(West2Quirk.CODE_AS_STRING, West2Quirk.DATA_AS_ARRAY, West2Quirk.SHORT_TIME_NAMES);
    JsonNode odd = upload(fake, PICTURE, pair.access());
    assertThat(odd.path("base").path("code").isTextual()).isTrue();
    assertThat(odd.path("data").path(0).has("create_at")).isTrue();
    fake.turnOff(West2Quirk.CODE_AS_STRING, West2Quirk.DATA_AS_ARRAY);
    fake.turnOn(West2Quirk.SQL_ERROR, West2Quirk.FLAT_ERRORS);
    assertThat(upload(fake, PICTURE, pair.access()).path("msg").asText().lines().count())
        .isGreaterThan(3);
    assertThat(put(fake, PICTURE, "x").statusCode()).isEqualTo(401);
    fake.turnOff(West2Quirk.SQL_ERROR);
    fake.turnOn(West2Quirk.NEW_ACCESS_TOKEN);
    fake.expire(pair.access());
    HttpResponse<byte[]> renewed = put(fake, PICTURE, pair.access(), pair.refresh());
    assertThat(header(renewed, "access-token")).isEqualTo("none");
    assertThat(code(info(fake, id, new West2Pair(header(renewed, "new-access-token"), ""))))
        .isEqualTo(10000);
    fake.turnOn(West2Quirk.TRAILING_SLASH);
    assertThat(header(put(fake, PICTURE, pair.access()), "location"))
        .isEqualTo("/user/avatar/upload/");
    fake.turnOn(West2Quirk.TOKENS_IN_BODY);
    assertThat(
            caller
                .json("POST", fake.url("/user/login/"), "username=ada&password=secret")
                .has("refresh_token"))
        .isTrue();
  }

  @Test
  void belowAPathAndWithALimit() throws Exception {
    FakeWest2 fake = FakeWest2.start(West2Variant.SPEC, "/douyin", FakeWest2::small);
    started.add(fake);
    String token = fake.tokens(fake.user("ada", "secret")).access();
    JsonNode data = upload(fake, PICTURE, token).path("data");
    assertThat(data.path("avatar_url").asText()).contains("/douyin/static/");
    assertThat(caller.send("GET", fake.server().url("/user/info"), new byte[0]).statusCode())
        .isEqualTo(404);
    String head = "PUT /douyin/user/avatar/upload HTTP/1.1\r\nContent-Length: 4194305\r\n\r\n";
    assertThat(Caller.raw(fake.server(), head))
        .contains(" 413 ")
        .endsWith("Request Entity Too Large");
  }
}
