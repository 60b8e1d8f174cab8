package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static dev.profilectl.server.Served.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.profilectl.server.Served.Got;
import dev.profilectl.server.Served.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** weidu's documented calls, their envelopes and the types of their members. */
class WeiduCallsTest {
  private static final String FORM = "multipart/form-data; boundary=XX";
  private static final String[] IS_ADA = {"User-Id", ADA.text()};

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void start() {
    served = new Served(folder, Manner.TEST);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static byte[] photo(String part) throws IOException {
    return Served.multipart(part, "../../fabu.jpg", Files.readAllBytes(Served.PHOTO));
  }

  @Test
  void weiduUpdate() {
    Got got =
        served.send(
            "PUT",
            "/weidu/api/v1/users/update",
            """
            {"id":"%s","username":"z3133549872957399","nickname":"","avatar_url":"","city":"",
            "province":"","country":"","gender":0,"desc":"","major":""}
            """
                .formatted(BOB),
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(got.status()).isEqualTo(200);
    assertThat(got.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(keys(got.json())).containsExactly("code", "result", "user_info");
    JsonNode user = got.json().path("user_info");
    assertThat(keys(user))
        .containsExactly(
            "id",
            "create_at",
            "update_at",
            "username",
            "real_name_verified",
            "nickname",
            "avatar_url",
            "city",
            "province",
            "country",
            "gender",
            "roles",
            "desc",
            "major",
            "level",
            "refund_rate",
            "dispute_rate",
            "serve_num",
            "work_num",
            "last_password_update");
    user.forEach(member -> assertThat(member.isNull()).isFalse());
    assertThat(user.path("gender").isInt()).isTrue();
    assertThat(user.path("real_name_verified").isBoolean()).isTrue();
    assertThat(user.path("create_at").asLong()).isGreaterThan(1_600_000_000_000L);
    assertThat(served.user(BOB).username()).isEqualTo("z3133549872957399");
  }

  @Test
  void weiduAvatarInTwoCalls() throws IOException {
    Got sent =
        served.send(
            "POST", "/weidu/api/v1/files?user_id=" + ADA, photo("files"), "Content-Type", FORM);
    assertThat(sent.status()).isEqualTo(201);
    JsonNode info = sent.json().path("data").path("file_infos").path(0);
    assertThat(keys(info))
        .containsExactly(
            "id",
            "user_id",
            "create_time",
            "update_time",
            "path",
            "preview_path",
            "name",
            "extension",
            "size",
            "mime_type",
            "width",
            "height",
            "has_pre_img");
    assertThat(info.path("name").asText()).isEqualTo("fabu.jpg");

    Got set =
        served.send(
            "PUT",
            "/weidu/api/v1/users/avatar",
            "{\"avatar_file_id\":\"" + info.path("id").asText() + "\"}",
            IS_ADA);
    JsonNode user = set.json().path("user");
    assertThat(keys(user))
        .containsExactly(
            "id",
            "create_at",
            "update_at",
            "username",
            "mobile",
            "real_name_verified",
            "nickname",
            "avatar_url",
            "award_info",
            "city",
            "province",
            "country",
            "gender",
            "roles",
            "description",
            "major",
            "level",
            "skill",
            "refund_rate",
            "dispute_rate",
            "serve_num",
            "work_num",
            "label",
            "transaction_amount",
            "transaction_praise_cnt",
            "last_password_update");
    assertThat(user.path("mobile").asText()).isEqualTo("******");
    assertThat(user.path("avatar_url").asText()).isEqualTo(info.path("path").asText());

    Got picture = served.get("/" + user.path("avatar_url").asText());
    assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(picture.response().body()).isEqualTo(Files.readAllBytes(Served.PHOTO));
    String path = "/" + user.path("avatar_url").asText();
    Got known = served.get(path, "If-None-Match", picture.header("ETag"));
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.header("Content-Length")).isEqualTo(picture.header("Content-Length"));
    assertThat(served.get(path, "If-Modified-Since", picture.header("Last-Modified")).status())
        .isEqualTo(304);
  }

  @Test
  void weiduReadsAndLogsIn() {
    JsonNode info = served.get("/weidu/api/v1/users/avatar?user_id=" + ADA).json();
    assertThat(info.path("user_info").path("desc").asText()).isEqualTo("description ü");
    assertThat(info.path("user_info").path("email").asText()).isEqualTo("a******@example.org");
    assertThat(served.get("/weidu/api/v1/users/info?user_id=" + ADA).json()).isEqualTo(info);
    assertThat(served.get("/weidu/api/v1/users/me", IS_ADA).json()).isEqualTo(info);

    Got login =
        served.send(
            "POST",
            "/weidu/api/v1/users/login",
            "{\"login_id\":\"ada@example.org\",\"password\":\"ada-secret\"}");
    assertThat(login.header("Token")).hasSize(26);
    assertThat(
            served
                .get("/weidu/api/v1/users/me", "Authorization", "bearer " + login.header("Token"))
                .json()
                .path("user_info")
                .path("username")
                .asText())
        .isEqualTo("ada");
    assertThat(code(served.send("POST", "/weidu/api/v1/users/login", "{\"login_id\":\"ada\"}")))
        .isEqualTo(40013);
  }

  private static int code(Got got) {
    assertThat(got.status()).isEqualTo(200);
    JsonNode code = got.json().has("base") ? got.json().path("base") : got.json();
    return code.path("code").asInt();
  }

  @Test
  void weiduRefuses() {
    String update = "/weidu/api/v1/users/update";
    assertThat(code(served.send("PUT", update, "{\"id\":\"" + ADA + "\",\"gender\":9}")))
        .isEqualTo(400105);
    assertThat(code(served.send("PUT", update, "{\"id\":\"" + ADA + "\",\"username\":\"BOB\"}")))
        .isEqualTo(409);
    assertThat(code(served.send("PUT", update, "{\"id\":\"" + "y".repeat(26) + "\"}")))
        .isEqualTo(400199);
    assertThat(code(served.send("PUT", update, "{\"nickname\":\"x\"}"))).isEqualTo(1000);
    String unknown = "{\"avatar_file_id\":\"" + "y".repeat(26) + "\"}";
    assertThat(code(served.send("PUT", "/weidu/api/v1/users/avatar", unknown, IS_ADA)))
        .isEqualTo(404);
    assertThat(code(served.send("POST", "/weidu/api/v1/files", "", IS_ADA))).isEqualTo(400);
  }
}
