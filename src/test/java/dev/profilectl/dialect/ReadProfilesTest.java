package dev.profilectl.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.Secret;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles in all the shapes that servers were seen to give them. */
class ReadProfilesTest {
  private static final String HASH = "$2a$10$abcdefghijklmnopqrstuv";

  private static Profile weidu(String members) {
    return Said.user(Said.WEIDU, "{\"code\":200,\"user_info\":{\"id\":\"u1\"," + members + "}}")
        .profile();
  }

  private static Profile west2(String data) {
    return Said.user(Said.WEST2, "{\"base\":{\"code\":10000},\"data\":" + data + "}").profile();
  }

  private static Profile zaihangyun(String members) {
    return Said.user(Said.zaihangyun(false), "{\"code\":200,\"data\":{\"uid\":7," + members + "}}")
        .profile();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":200,\"user_info\":{\"id\":\"u1\",\"desc\":\"d\"}}",
        "{\"code\":\"200\",\"user\":{\"id\":\"u1\",\"description\":\"d\"}}",
        "{\"code\":200,\"data\":{\"id\":\"u1\",\"description\":\"d\"}}",
        "{\"code\":200,\"data\":[{\"id\":\"u1\",\"desc\":\"d\"}]}",
        "{\"code\":200,\"user_info\":null,\"user\":{\"id\":\"u1\",\"desc\":\"d\"}}"
      })
  void weiduWrapsAUserInSeveralWays(String body) {
    Profile user = Said.user(Said.WEIDU, body).profile();
    assertThat(user.id().text()).isEqualTo("u1");
    assertThat(user.get(Field.DESC)).isEqualTo("d");
    assertThat(user.extra()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":483675103821824001,\"username\":\"ada\"}",
        "{\"id\":\"483675103821824001\",\"name\":\"ada\"}",
        "[{\"user_id\":\"483675103821824001\",\"username\":\"ada\"}]",
        "{\"user\":{\"uid\":\"483675103821824001\",\"userName\":\"ada\"}}",
        "{\"users\":[{\"id\":\"483675103821824001\",\"user_name\":\"ada\"}]}",
        "{\"base\":{\"code\":10000},\"data\":{\"id\":\"483675103821824001\",\"username\":\"ada\"}}",
        "{\"data\":{\"userId\":\"483675103821824001\",\"username\":\"ada\"},\"token\":\"t\"}"
      })
  void west2WrapsAUserInSeveralWays(String data) {
    Profile user = west2(data);
    assertThat(user.id().text()).isEqualTo("483675103821824001");
    assertThat(user.username()).isEqualTo("ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1614567890|2021-03-01T03:04:50Z",
        "1614567890123|2021-03-01T03:04:50.123Z",
        "\"1614567890\"|2021-03-01T03:04:50Z",
        "\"1614567890123\"|2021-03-01T03:04:50.123Z",
        "\"2021-03-01 11:04:50\"|2021-03-01T03:04:50Z",
        "\"2021-03-01T11:04:50\"|2021-03-01T03:04:50Z",
        "\"2026-11-20T07:45:49.000+00:00\"|2026-11-20T07:45:49Z",
        "\"2026-11-20T07:45:49Z\"|2026-11-20T07:45:49Z",
        "\"2026-11-20T07:45:49.123456789Z\"|2026-11-20T07:45:49.123Z",
        "\"2026-11-20T15:45:49.5+08:00\"|2026-11-20T07:45:49.500Z",
        "\"2026-11-20 07:45:57\"|2026-11-19T23:45:57Z",
        "0|",
        "-1|",
        "\"0\"|",
        "\"\"|",
        "null|",
        "\"1970-01-01 08:00:00\"|",
        "\"1970-01-01T00:00:00Z\"|",
        "\"0001-01-01T00:00:00Z\"|",
        "\"yesterday\"|",
        "\"2021-02-30 00:00:00\"|",
        "true|",
        "{}|",
        "1e400|"
      })
  void timesAreReadInEveryForm(String written, Instant time) {
    assertThat(west2("{\"id\":\"1\",\"created_at\":" + written + "}").get(Field.CREATE_AT))
        .isEqualTo(time);
    assertThat(west2("{\"id\":\"1\",\"create_at\":" + written + "}").get(Field.CREATE_AT))
        .isEqualTo(time);
    assertThat(west2("{\"id\":\"1\",\"createdAt\":" + written + "}").get(Field.CREATE_AT))
        .isEqualTo(time);
    assertThat(weidu("\"update_at\":" + written).get(Field.UPDATE_AT)).isEqualTo(time);
    assertThat(zaihangyun("\"created_at\":" + written).get(Field.CREATE_AT)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "0|0",
        "\"1\"|1",
        "2|2",
        "\" 1 \"|1",
        "\"+1\"|1",
        "\"\"|",
        "null|",
        "3|",
        "\"x\"|",
        "true|"
      })
  void aGenderIsReadWhateverItsType(String written, Integer gender) {
    assertThat(weidu("\"gender\":" + written).get(Field.GENDER)).isEqualTo(gender);
    assertThat(zaihangyun("\"gender\":" + written).get(Field.GENDER)).isEqualTo(gender);
  }

  @Test
  void birthdaysAreDaysOnBeijingsCalendar() {
    assertThat(zaihangyun("\"birthday\":\"1815-12-10\"").get(Field.BIRTHDAY))
        .isEqualTo(LocalDate.of(1815, 12, 10));
    assertThat(zaihangyun("\"birthday\":\"1815-12-10 00:00:00\"").get(Field.BIRTHDAY))
        .isEqualTo(LocalDate.of(1815, 12, 10));
    assertThat(zaihangyun("\"birthday\":\"0000-00-00\"").get(Field.BIRTHDAY)).isNull();
    Profile anqicms =
        Said.user(Said.ANQICMS, "{\"code\":0,\"data\":{\"id\":7,\"birthday\":946656000}}")
            .profile();
    assertThat(anqicms.get(Field.BIRTHDAY)).isEqualTo(LocalDate.of(2000, 1, 1));
  }

  @Test
  void numbersAndFlagsKeepTheirValues() {
    Profile user =
        weidu(
            "\"refund_rate\":0.10,\"serve_num\":\"9007199254740993\",\"work_num\":3,"
                + "\"real_name_verified\":true,\"transaction_amount\":1.5");
    assertThat(user.get(Field.REFUND_RATE)).isEqualTo(new BigDecimal("0.1"));
    assertThat(user.get(Field.SERVE_NUM)).isEqualTo(9_007_199_254_740_993L);
    assertThat(user.get(Field.WORK_NUM)).isEqualTo(3L);
    assertThat(user.get(Field.REAL_NAME_VERIFIED)).isEqualTo(true);
    assertThat(user.extra()).isEqualTo("{\"transaction_amount\":1.5}");
  }

  @Test
  void whatHasNoFieldIsKeptBesides() {
    assertThat(weidu("\"brand_new\":{\"a\":[1,2]},\"city\":[\"x\"],\"other\":null").extra())
        .isEqualTo("{\"brand_new\":{\"a\":[1,2]},\"city\":[\"x\"],\"other\":null}");
    assertThat(zaihangyun("\"uid_2\":4294967295,\"vip\":0").extra())
        .isEqualTo("{\"uid_2\":4294967295,\"vip\":0}");
  }

  @Test
  void extDataIsJsonWhetherItComesAsTextOrNot() {
    assertThat(zaihangyun("\"ext_data\":\"{\\\"a\\\": 1}\"").get(Field.EXT_DATA))
        .isEqualTo("{\"a\":1}");
    assertThat(zaihangyun("\"ext_data\":{\"a\":1.50}").get(Field.EXT_DATA))
        .isEqualTo("{\"a\":1.50}");
    assertThat(zaihangyun("\"ext_data\":\"not json\"").get(Field.EXT_DATA)).isNull();
    assertThat(zaihangyun("\"ext_data\":\"not json\"").extra())
        .isEqualTo("{\"ext_data\":\"not json\"}");
  }

  @Test
  void mojibakeAndBlanksAreLeftAlone() {
    String broken = "è¿\u0099æ\u0098¯";
    assertThat(weidu("\"desc\":\"" + broken + "\"").get(Field.DESC)).isEqualTo(broken);
    assertThat(weidu("\"desc\":\" \"").get(Field.DESC)).isEqualTo(" ");
    assertThat(weidu("\"desc\":\"\"").get(Field.DESC)).isNull();
    assertThat(weidu("\"desc\":17").get(Field.DESC)).isEqualTo("17");
  }

  @Test
  void whoeverHasNoIdIsNobody() {
    for (Translator translator :
        List.of(Said.WEIDU, Said.WEST2, Said.ANQICMS, Said.zaihangyun(false))) {
      for (String body :
          List.of(
              "",
              "null",
              "[]",
              "{}",
              "{\"data\":null}",
              "{\"data\":[]}",
              "{\"data\":\"x\"}",
              "{\"data\":{\"id\":\"\",\"uid\":\"\"}}",
              "{\"data\":{\"id\":\"a b\",\"uid\":\"a b\"}}",
              "{\"data\":{\"id\":null,\"uid\":null}}",
              "{\"data\":[{\"id\":1},{\"id\":2}]}",
              "<html>")) {
        assertThat(translator.account(Said.ok(body))).as(body).isEqualTo(Optional.empty());
      }
    }
  }

  @Test
  void aSecretThatIsNotToldCannotBeCompared() {
    ZaihangyunTranslator translator = Said.zaihangyun(false);
    Secret secret = new Secret("123456");
    Account quiet = Said.user(translator, "{\"code\":200,\"data\":{\"uid\":7}}");
    assertThat(translator.holds(quiet, Field.PASSWORD, secret)).isEmpty();
    assertThat(translator.holds(quiet, Field.ENTER_PASS, secret)).isEmpty();
    Account telling =
        Said.user(
            translator,
            "{\"code\":200,\"data\":{\"uid\":7,\"enter_pass\":\"123456\","
                + "\"password\":\"e10adc3949ba59abbe56e057f20f883e\"}}");
    assertThat(translator.holds(telling, Field.PASSWORD, secret)).contains(true);
    assertThat(translator.holds(telling, Field.ENTER_PASS, new Secret("1234567"))).contains(false);
  }

  @Test
  void secretsAreNeverInAProfile() {
    Profile user =
        weidu(
            "\"password\":\"%s\",\"mobile\":\"13812345678\",\"email\":\"ada@x.example\",\"token\":\"t0k\",\"list\":[{\"access_token\":\"t0k\",\"a\":1}],\"Password_Hash\":\"%s\",\"wechat_openid\":\"w0x\""
                .formatted(HASH, HASH));
    assertThat(user.get(Field.MOBILE)).isEqualTo("138****5678");
    assertThat(user.get(Field.EMAIL)).isEqualTo("a******@x.example");
    assertThat(user.secrets()).containsExactly(Field.PASSWORD);
    assertThat(user.extra()).isEqualTo("{\"list\":[{\"a\":1}]}");
    Profile other =
        zaihangyun(
            "\"password\":\"5f4dcc3b5aa765d61d8327deb882cf99\",\"enter_pass\":\"1234\",\"huawei_unionid\":\"w0x\",\"apple_userid\":\"w0x\",\"mcode\":\"+86\"");
    assertThat(other.secrets()).containsExactlyInAnyOrder(Field.PASSWORD, Field.ENTER_PASS);
    assertThat(other.extra()).isEqualTo("{\"mcode\":\"+86\"}");
    Profile third = west2("{\"id\":\"1\",\"password\":\"" + HASH + "\",\"passWord\":\"x\"}");
    assertThat(user + other.toString() + third)
        .doesNotContain(HASH)
        .doesNotContain("5f4dcc3b")
        .doesNotContain("t0k")
        .doesNotContain("w0x")
        .doesNotContain("1234\"");
    Account account =
        Said.user(Said.WEIDU, "{\"user\":{\"id\":\"u1\",\"password\":\"" + HASH + "\"}}");
    assertThat(account.toString()).doesNotContain(HASH);
    assertThat(Said.ok("{\"password\":\"" + HASH + "\"}").toString()).doesNotContain(HASH);
  }

  @Test
  void aMaskedNumberStaysAsItIs() {
    assertThat(weidu("\"mobile\":\"******\"").get(Field.MOBILE)).isEqualTo("******");
    assertThat(weidu("\"mobile\":\"123\"").get(Field.MOBILE)).isEqualTo(Sensitive.HIDDEN);
  }

  @Test
  void anAbsoluteAddressGoesBeforeARelativeOne() {
    Profile user =
        Said.user(
                Said.ANQICMS,
                "{\"code\":0,\"data\":{\"id\":7,\"avatar_url\":\"u/1.jpg\",\"full_avatar_url\":\"https://h/u/1.jpg\"}}")
            .profile();
    assertThat(user.get(Field.AVATAR_URL)).isEqualTo("https://h/u/1.jpg");
    assertThat(Objects.toString(user.extra())).doesNotContain("avatar_url");
    Profile older =
        Said.user(Said.ANQICMS, "{\"code\":0,\"data\":{\"id\":7,\"avatar_url\":\"u/1.jpg\"}}")
            .profile();
    assertThat(older.get(Field.AVATAR_URL)).isEqualTo("u/1.jpg");
  }
}
