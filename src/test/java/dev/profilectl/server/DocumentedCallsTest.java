package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
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

/** The documented calls of the others, each with its envelope. */
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

  private static int code(Got got) {
    assertThat(got.status()).isEqualTo(200);
    JsonNode code = got.json().has("base") ? got.json().path("base") : got.json();
    return code.path("code").asInt();
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
