package dev.profilectl.remote.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zaihangyun's profile: its rules, and what an update does besides. */
class FakeZaihangyunTest {
  private static final String TOKEN = "Authorization: Bearer ada";
  private static final String ACCEPT = "Accept: application/json";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private final FakeZaihangyun fake = FakeZaihangyun.start();
  private final Caller caller = new Caller();
  private final long ada =
      fake.user(
          "ada",
          Map.of(
              "nickname",
              "Ada",
              "birthday",
              "1990-12-31",
              "password",
              ZaihangyunUsers.md5("secret"),
              "mcode",
              "+44",
              "mobile",
              "13800000001",
              "gender",
              "2"));

  @AfterEach
  void close() {
    caller.close();
    fake.close();
    assertThat(fake.server().failures()).isEmpty();
  }

  private JsonNode update(String body, String type) throws Exception {
    return caller.json("POST", fake.url("/v1/user/update"), body, TOKEN, ACCEPT, type);
  }

  private JsonNode update(String body) throws Exception {
    return update(body, Caller.JSON);
  }

  private JsonNode info() throws Exception {
    return caller.json("GET", fake.url("/v1/user/info"), "", TOKEN, ACCEPT).path("data");
  }

  private JsonNode row() {
    return Objects.requireNonNull(fake.row(ada));
  }

  private void assertWiped() {
    assertThat(row().path("birthday").isNull()).isTrue();
    assertThat(row().path("password").isNull()).isTrue();
    assertThat(row().path("mcode").asText()).isEqualTo("+86");
  }

  @Test
  void anUpdateWipesThreeColumnsThatItWasNotAbout() throws Exception {
    assertThat(update("{\"nickname\":\"Bob\"}").toString())
        .isEqualTo("{\"code\":200,\"msg\":\"success\"}");
    assertThat(row().path("nickname").asText()).isEqualTo("Bob");
    assertWiped();
  }

  @Test
  void whatIsSentAlongIsKept() throws Exception {
    update("{\"birthday\":\"1990-12-31\",\"password\":\"secret\",\"mcode\":\"+44\"}");
    assertThat(row().path("birthday").asText()).isEqualTo("1990-12-31");
    assertThat(row().path("password").asText()).isEqualTo("5ebe2294ecd0e0f08eab7690d2a6ee69");
    assertThat(row().path("mcode").asText()).as("cannot be kept").isEqualTo("+86");
    assertThat(info().path("gender").isTextual()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{\"nickname\":\"B", "\uFEFF{\"nickname\":\"B\"}", "[\"B\"]", "7", "null"})
  void aBodyItCannotReadIsASuccessThatWipes(String body) throws Exception {
    assertThat(update(body).path("code").asInt()).isEqualTo(200);
    assertThat(row().path("nickname").asText()).isEqualTo("Ada");
    assertWiped();
  }

  @Test
  void aTypeThatDoesNotFitIsMisreadForEver() throws Exception {
    String body = "{\"nickname\":\"Bob\",\"birthday\":\"1990-12-31\"}";
    update(body, FORM);
    assertWiped();
    update(body, Caller.JSON);
    assertThat(row().path("nickname").asText()).as("the same bytes again").isEqualTo("Ada");
    update(body.replace("{", "{\"n\":1,"), Caller.JSON);
    assertThat(row().path("nickname").asText()).isEqualTo("Bob");
  }

  @Test
  void aLongBodyIsReadAnew() throws Exception {
    String body = "{\"nickname\":\"Bob\",\"unknown\":\"" + "x".repeat(1024) + "\"}";
    update(body, FORM);
    assertThat(row().path("nickname").asText()).isEqualTo("Ada");
    update(body, Caller.JSON);
    assertThat(row().path("nickname").asText()).isEqualTo("Bob");
  }

  @Test
  void formsAndMultipartAndQueriesAreReadToo() throws Exception {
    update("nickname=Bo+%E5%BC%A0&city=", FORM);
    assertThat(row().path("nickname").asText()).isEqualTo("Bo 张");
    assertThat(row().path("city").asText("none")).isEmpty();
    byte[] part =
        Caller.file(
            "Content-Disposition: form-data; name=\"nickname\"",
            "Cy".getBytes(StandardCharsets.UTF_8));
    caller.send(
        "POST",
        fake.url("/v1/user/update"),
        part,
        TOKEN,
        "Content-Type: multipart/form-data; boundary=b");
    assertThat(row().path("nickname").asText()).isEqualTo("Cy");
    caller.json(
        "POST",
        fake.url("/v1/user/update?nickname=Di"),
        "{\"nickname\":\"Ed\"}",
        TOKEN,
        Caller.JSON);
    assertThat(row().path("nickname").asText()).as("the query wins").isEqualTo("Di");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"nickname":5,"gender":9}            | "400101"
          {"nickname":"%33","gender":9}        | "400102"
          {"nickname":"%32"}                   | 200
          {"gender":"01"}                      | "400103"
          {"gender":false}                     | "400103"
          {"gender":3}                         | "400105"
          {"gender":" 1 "}                     | 200
          {"gender":true}                      | 200
          {"birthday":"2025-13-01"}            | "400106"
          {"birthday":"2025-02-32"}            | "400106"
          {"birthday":"31/12/1997"}            | "400106"
          {"birthday":"2025-02-30"}            | 400250
          {"birthday":"tomorrow"}              | 400250
          {"birthday":"a"}                     | 400250
          {"birthday":"04-03-1997"}            | 400250
          {"birthday":"97-3-4"}                | 200
          {"birthday":"19970304"}              | 200
          {"birthday":"1997.03.04"}            | 200
          {"birthday":19970304}                | 500
          {"oaid":1}                           | "400107"
          {"device_id":"%129"}                 | "400110"
          {"password":"%5"}                    | "400114"
          {"password":"%33"}                   | "400115"
          {"email":"a@b"}                      | "400116"
          {"email":"a@b.c"}                    | 200
          {"email":"a@[127.0.0.1]"}            | 200
          {"email":"张@b.cn"}                   | "400116"
          {"email":"%60@b.example"}            | 400250
          {"country":"%33"}                    | "400118"
          {"province":1}                       | "400119"
          {"city":"%33"}                       | "400122"
          {"enter_pass":"123"}                 | "400124"
          {"enter_pass":"1234"}                | 200
          {"enter_pass":"123456789"}           | "400125"
          {"ext_data":"{"}                     | "400126"
          {"ext_data":7}                       | "400126"
          {"nickname":null,"gender":""}        | 200
          {"colour":"red"}                     | 200
          """)
  void rulesInTheirOrder(String body, String code) throws Exception {
    var sent = new StringBuilder();
    for (String piece : body.split("(?=%\\d+)", -1)) {
      String count = piece.startsWith("%") ? piece.replaceAll("^%(\\d+).*", "$1") : "";
      sent.append(
          count.isEmpty()
              ? piece
              : "x".repeat(Integer.parseInt(count)) + piece.substring(count.length() + 1));
    }
    assertThat(update(sent.toString()).path("code").toString()).isEqualTo(code);
    if (!code.equals("200")) {
      assertThat(row().path("birthday").asText()).as("nothing was wiped").isEqualTo("1990-12-31");
    }
  }

  @Test
  void extDataIsWrittenAnewAsPhpDoes() throws Exception {
    update("{\"ext_data\":{\"a/b\":\"张\",\"n\":{},\"l\":{\"0\":1},\"big\":12345678901234567890}}");
    assertThat(row().path("ext_data").asText())
        .isEqualTo("{\"a\\/b\":\"\\u5f20\",\"n\":[],\"l\":[1],\"big\":1.2345678901234567e+19}");
    String chinese = "张".repeat(41);
    assertThat(update("{\"ext_data\":{\"k\":\"" + chinese + "\"}}").path("code").asInt())
        .isEqualTo(200);
    assertThat(update("{\"ext_data\":{\"k\":\"张" + chinese + "\"}}").path("code").asInt())
        .isEqualTo(400250);
    assertThat(update("{\"ext_data\":\"[\\\"" + "张".repeat(192) + "\\\"]\"}").path("code").asInt())
        .isEqualTo(200);
    assertThat(update("{\"ext_data\":\"[\\\"" + "张".repeat(197) + "\\\"]\"}").path("code").asText())
        .isEqualTo("400127");
  }

  @Test
  void theResetPrefixCanCollide() throws Exception {
    fake.user("bob", Map.of("mobile", "13800000001"));
    assertThat(update("{\"nickname\":\"x\"}").path("code").isInt()).isTrue();
    assertThat(update("{\"nickname\":\"x\"}").path("code").asInt()).isEqualTo(400250);
    assertThat(row().path("nickname").asText()).isEqualTo("Ada");
  }

  @Test
  void oldAnswersLiveForADayUnlessARowChanges() throws Exception {
    assertThat(info().path("nickname").asText()).isEqualTo("Ada");
    update("{}");
    assertThat(info().path("mcode").asText()).as("a row changed").isEqualTo("+86");
    fake.set(ada, "city", "London");
    update("{}");
    assertThat(info().path("city").isNull()).as("no row changed").isTrue();
    fake.later(Duration.ofHours(25));
    assertThat(info().path("city").asText()).isEqualTo("London");
  }

  @Test
  void answersLeakPasswordAndEnterPass() throws Exception {
    update("{\"password\":\"secret\",\"enter_pass\":\"123456\",\"ext_data\":{\"a\":1}}");
    JsonNode data = info();
    assertThat(data.path("password").asText()).hasSize(32);
    assertThat(data.path("enter_pass").asText()).isEqualTo("123456");
    assertThat(data.path("ext_data").asText()).isEqualTo("{\"a\":1}");
    assertThat(data.path("uid").isIntegralNumber()).isTrue();
  }
}
