package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static dev.profilectl.server.Served.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.profilectl.profile.Field;
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

/** Every documented call, its envelope and the types of its members. */
class DocumentedCallsTest {
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
    assertThat(served.get(path, "If-None-Match", picture.header("ETag")).status()).isEqualTo(304);
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

  @Test
  void west2() throws IOException {
    for (String base : List.of("", "/douyin")) {
      Got login = served.send("POST", base + "/user/login", "username=ada&password=ada-secret");
      assertThat(login.header("Access-Token")).hasSize(26);
      assertThat(login.header("Refresh-Token")).hasSize(26);
      Got got =
          served.send(
              "PUT",
              base + "/user/avatar/upload",
              photo("data"),
              "Content-Type",
              FORM,
              "Access-Token",
              login.header("Access-Token"));
      assertThat(keys(got.json())).containsExactly("base", "data");
      assertThat(got.json().path("base").toString())
          .isEqualTo("{\"code\":10000,\"msg\":\"success\"}");
      JsonNode data = got.json().path("data");
      assertThat(keys(data))
          .containsExactly(
              "id", "username", "avatar_url", "created_at", "updated_at", "deleted_at");
      assertThat(data.path("avatar_url").asText()).startsWith("https://users.example.org/x/2");
      assertThat(data.path("deleted_at").asText()).isEqualTo("1970-01-01 08:00:00");
      assertThat(served.get(base + "/user/info?user_id=" + ADA, IS_ADA).json())
          .isEqualTo(got.json());
    }
    Got refused = served.send("POST", "/user/login", "username=ada&password=wrong");
    assertThat(refused.json().toString())
        .isEqualTo("{\"base\":{\"code\":-1,\"msg\":\"wrong name or password\"}}");
  }

  @Test
  void anqicms() throws IOException {
    Got login =
        served.send("POST", "/api/login", "{\"user_name\":\"ada\",\"password\":\"ada-secret\"}");
    String token = login.json().path("data").path("token").asText();
    Got sent =
        served.send(
            "POST", "/api/user/avatar", photo("file"), "Content-Type", FORM, "Token", token);
    assertThat(sent.json().toString())
        .isEqualTo(
            "{\"code\":0,\"msg\":\"上传成功\",\"data\":{\"avatar_url\":"
                + "\"https://users.example.org/x/uploads/user/1.jpg\"}}");
    assertThat(served.get("/uploads/user/1.jpg").header("Content-Type")).isEqualTo("image/jpeg");

    String change = "{\"real_name\":\"Ada\",\"introduce\":\"\",\"email\":\"a@example.org\"}";
    assertThat(code(served.send("POST", "/api/user/detail", change, "Token", token))).isZero();
    JsonNode data = served.get("/api/user/detail?userId=1", "Token", token).json().path("data");
    assertThat(data.path("id").isInt()).isTrue();
    assertThat(data.path("user_name").asText()).isEqualTo("ada");
    assertThat(data.path("real_name").asText()).isEqualTo("Ada");
    assertThat(data.path("introduce").asText()).isEmpty();
    assertThat(data.path("email").asText()).isEqualTo("a@example.org");
    assertThat(data.path("created_time").asLong()).isLessThan(100_000_000_000L);
    assertThat(code(served.get("/api/user/detail?id=2", "Token", token))).isEqualTo(1002);
    assertThat(code(served.get("/api/user/detail", "Token", "none"))).isEqualTo(1001);
  }

  @Test
  void zaihangyun() throws IOException {
    String form =
        "nickname=herenet&gender=1&birthday=1997-03-04&oaid=4123123132&password=123456"
            + "&email=zaihangyun@126.com&country=&province=&city=&enter_pass=111111"
            + "&ext_data=%7B%20%22a%22%3A%20%221%22%7D";
    String json =
        """
        {"nickname":"herenet1","gender":"1","birthday":"1997-03-04","country":"",
        "enter_pass":"111111","ext_data":{"device_id":"7290832492f7bccf","n":1.50}}
        """;
    String success = "{\"code\":200,\"msg\":\"success\"}";
    assertThat(served.send("POST", "/v1/user/update", form, IS_ADA).json()).hasToString(success);
    assertThat(served.user(ADA).get(Field.EXT_DATA)).isEqualTo("{\"a\":\"1\"}");
    String[] typed = {"User-Id", ADA.text(), "Content-Type", "application/json"};
    assertThat(served.send("POST", "/v1/user/update", json, typed).json()).hasToString(success);
    assertThat(served.user(ADA).get(Field.EXT_DATA))
        .isEqualTo("{\"device_id\":\"7290832492f7bccf\",\"n\":1.50}");
    assertThat(served.user(ADA).get(Field.OAID)).isEqualTo("4123123132");

    Got sent =
        served.send(
            "POST",
            "/v1/user/avatar",
            photo("avatar"),
            "Content-Type",
            FORM,
            "User-Id",
            ADA.text());
    assertThat(sent.json().path("data").path("avatar").asText()).startsWith("https://users.");
    JsonNode data = served.get("/v1/user/info", IS_ADA).json().path("data");
    assertThat(data.path("uid").asLong()).isEqualTo(1);
    assertThat(data.has("password")).isFalse();
    assertThat(data.path("birthday").asText()).isEqualTo("1997-03-04");
  }

  @Test
  void zaihangyunTellsTheFirstProblemByItsDocumentedText() {
    String wrong = "city=" + "c".repeat(33) + "&nickname=" + "n".repeat(33) + "&gender=7";
    assertThat(served.send("POST", "/v1/user/update", wrong, IS_ADA).json())
        .hasToString(
            "{\"code\":\"400102\",\"msg\":\"nickname length must be less than 32 characters\"}");
    assertThat(served.send("POST", "/v1/user/update", "password=", IS_ADA).json())
        .hasToString(
            "{\"code\":\"400114\",\"msg\":\"password length must be greater than 6 characters\"}");
    String[] bad = {"Authorization", "Bearer nobody"};
    assertThat(served.send("POST", "/v1/user/update", wrong, bad).json())
        .hasToString("{\"code\":401,\"msg\":\"Unauthorized\"}");
    assertThat(served.send("POST", "/v1/user/avatar", "x=1", IS_ADA).json())
        .hasToString("{\"code\":\"400101\",\"msg\":\"avatar is required\"}");
  }

  @Test
  void unknownPathsAndMethodsAreToldInTheEnvelope() {
    assertThat(served.get("/weidu/api/v1/x").json().path("code").asInt()).isEqualTo(404);
    assertThat(served.get("/user/x").json().path("base").path("code").asInt()).isEqualTo(-1);
    assertThat(served.get("/douyin").status()).isEqualTo(404);
    assertThat(served.get("/api/x").json().path("code").asInt()).isEqualTo(-1);
    assertThat(served.get("/v1/x").json().path("code").asInt()).isEqualTo(404);
    Got method = served.send("DELETE", "/v1/user/info", "");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Allow")).isEqualTo("GET");
    assertThat(served.get("/healthz").json()).hasToString("{\"status\":\"ok\"}");
  }
}
