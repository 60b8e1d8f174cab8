package dev.profilectl.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.dialect.Call.Purpose;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Login;
import dev.profilectl.profile.People;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each system is sent, to the letter. */
class WrittenRequestsTest {
  private static final String WEIDU_USER =
      """
      {"code":200,"result":"ok","user_info":{"id":"nna9k8x","username":"ada","nickname":"A",
      "avatar_url":"20201010/users/x/y/a.jpg","city":"London","province":"","country":null,
      "gender":2,"level":"7","major":"maths","desc":"d","mobile":"13812345678","skill":"s"}}
      """;

  private static final String ANQICMS_USER =
      """
      {"code":0,"msg":null,"data":{"id":7,"user_name":"ada","real_name":"Ada","first_name":"",
      "last_name":"","introduce":"i","email":"","phone":""}}
      """;

  private static final String ZAIHANGYUN_USER =
      """
      {"code":200,"msg":"success","data":{"uid":7,"username":"ada","birthday":"1815-12-10",
      "mcode":"+86","password":null,"city":"London"}}
      """;

  private static String json(Call call) {
    return ((Body.Json) call.body()).text();
  }

  private static void is(Call call, Purpose purpose, String line, Map<String, String> query) {
    assertThat(call.purpose()).isEqualTo(purpose);
    assertThat(call.method() + " " + call.path()).isEqualTo(line);
    assertThat(call.query()).isEqualTo(query);
  }

  @Test
  void weiduIsSentEveryDocumentedMember() {
    ProfilePatch patch =
        new ProfilePatch(
            Map.of(Field.NICKNAME, "Ada \"L\"", Field.GENDER, 1), Set.of(Field.MAJOR, Field.CITY));
    Call call = Said.WEIDU.update(Said.user(Said.WEIDU, WEIDU_USER), patch);
    is(call, Purpose.UPDATE, "PUT /weidu/api/v1/users/update", Map.of());
    assertThat(json(call))
        .isEqualTo(
            "{\"id\":\"nna9k8x\",\"nickname\":\"Ada \\\"L\\\"\",\"gender\":1,\"country\":\"\","
                + "\"province\":\"\",\"city\":\"\",\"username\":\"ada\",\"desc\":\"d\","
                + "\"level\":\"7\",\"major\":\"\",\"avatar_url\":\"20201010/users/x/y/a.jpg\"}");
  }

  @Test
  void weiduSetsAPictureInTwoSteps() {
    Account user = Said.user(Said.WEIDU, WEIDU_USER);
    Call upload = Said.WEIDU.upload(user, Said.avatar("jpeg", "avatar.jpg"));
    is(upload, Purpose.UPLOAD, "POST /weidu/api/v1/files", Map.of("user_id", "nna9k8x"));
    Body.Upload body = (Body.Upload) upload.body();
    assertThat(List.of(body.field(), body.fileName(), body.mediaType()))
        .containsExactly("files", "avatar.jpg", "image/jpeg");
    Answer stored =
        Said.answer(
            201, "{\"code\":200,\"data\":{\"file_infos\":[{\"id\":\"f1\"}],\"client_ids\":[]}}");
    assertThat(Said.WEIDU.uploadedFile(stored)).contains("f1");
    assertThat(Said.WEIDU.uploadedFile(Said.ok("{\"code\":200,\"data\":[]}"))).isEmpty();
    Call adopt = Said.WEIDU.adopt(user, "f1");
    is(adopt, Purpose.ADOPT, "PUT /weidu/api/v1/users/avatar", Map.of());
    assertThat(json(adopt)).isEqualTo("{\"avatar_file_id\":\"f1\"}");
  }

  @Test
  void weiduIsReadByTokenByIdAndByTheDocumentedPage() {
    UserId id = new UserId("x1");
    is(
        Said.WEIDU.readOwner(null).orElseThrow(),
        Purpose.READ,
        "GET /weidu/api/v1/users/me",
        Map.of());
    is(
        Said.WEIDU.readById(id).orElseThrow(),
        Purpose.READ,
        "GET /weidu/api/v1/users/info",
        Map.of("user_id", "x1"));
    WeiduTranslator test = new WeiduTranslator(true, true);
    assertThat(test.readOwner(null)).isEmpty();
    is(
        test.readOwner(id).orElseThrow(),
        Purpose.READ,
        "GET /weidu/api/v1/users/avatar",
        Map.of("user_id", "x1"));
    assertThat(test.authorization(null, id)).isEqualTo(Map.of("User-Id", "x1"));
    assertThat(test.authorization(Tokens.of("t"), id))
        .isEqualTo(Map.of("Authorization", "Bearer t", "User-Id", "x1"));
    assertThat(Said.WEIDU.authorization(Tokens.of("t"), id))
        .isEqualTo(Map.of("Authorization", "Bearer t"));
  }

  @Test
  void anqicmsIsSentAllFiveTextsAndOnlyNewContacts() {
    Account user = Said.user(Said.ANQICMS, ANQICMS_USER);
    Call call = Said.ANQICMS.update(user, People.set(Field.DESC, "new"));
    is(call, Purpose.UPDATE, "POST /api/user/detail", Map.of());
    assertThat(json(call))
        .isEqualTo(
            "{\"real_name\":\"Ada\",\"user_name\":\"ada\",\"introduce\":\"new\","
                + "\"first_name\":\"\",\"last_name\":\"\"}");
    assertThat(json(Said.ANQICMS.update(user, People.set(Field.EMAIL, "a@b.c", Field.MOBILE, "1"))))
        .endsWith("\"email\":\"a@b.c\",\"phone\":\"1\"}");
    Call upload = Said.ANQICMS.upload(user, Said.avatar("png", "avatar.png"));
    is(upload, Purpose.UPLOAD, "POST /api/user/avatar", Map.of());
    Body.Upload body = (Body.Upload) upload.body();
    assertThat(List.of(body.field(), body.fileName(), body.mediaType()))
        .containsExactly("file", "avatar.png", "image/png");
    assertThat(Said.ANQICMS.authorization(Tokens.of("t"), null)).isEqualTo(Map.of("Token", "t"));
    assertThat(new AnqicmsTranslator("2", "3").headers())
        .isEqualTo(Map.of("Accept", "application/json", "Site-Id", "2", "Sub-Site-Id", "3"));
    is(
        Said.ANQICMS.readOwner(new UserId("7")).orElseThrow(),
        Purpose.READ,
        "GET /api/user/detail",
        Map.of());
  }

  @Test
  void zaihangyunIsSentWhatChangesAndTheBirthday() {
    ZaihangyunTranslator zaihangyun = Said.zaihangyun(false);
    Account user = Said.user(zaihangyun, ZAIHANGYUN_USER);
    Call call =
        zaihangyun.update(
            user,
            new ProfilePatch(
                Map.of(Field.GENDER, 1, Field.EXT_DATA, "{\"a\":1}", Field.NICKNAME, "中"),
                Set.of(Field.CITY)));
    is(call, Purpose.UPDATE, "POST /v1/user/update", Map.of());
    assertThat(json(call))
        .matches(
            "\\{\"nickname\":\"中\",\"gender\":\"1\",\"birthday\":\"1815-12-10\",\"city\":\"\","
                + "\"ext_data\":\"\\{\\\\\"a\\\\\":1}\",\"request_id\":\"[0-9a-z]+\"}");
    Call form =
        Said.zaihangyun(true)
            .update(
                user,
                People.set(
                    Field.BIRTHDAY,
                    LocalDate.of(2000, 2, 29),
                    Field.PASSWORD,
                    new Secret("s3cret!")));
    Map<String, String> fields = ((Body.Form) form.body()).fields();
    assertThat(new LinkedHashSet<>(fields.keySet()))
        .containsExactly("birthday", "password", "request_id");
    assertThat(fields).containsEntry("birthday", "2000-02-29").containsEntry("password", "s3cret!");
    assertThat(form.toString()).doesNotContain("s3cret!");
    Call upload = zaihangyun.upload(user, Said.avatar("jpeg", "avatar.jpg"));
    is(upload, Purpose.UPLOAD, "POST /v1/user/avatar", Map.of());
    assertThat(((Body.Upload) upload.body()).field()).isEqualTo("avatar");
    assertThat(zaihangyun.authorization(Tokens.of("t"), null))
        .isEqualTo(Map.of("Authorization", "Bearer t"));
  }

  @Test
  void west2IsSentAPictureAndBothTokens() {
    Account user =
        Said.user(
            Said.WEST2, "{\"base\":{\"code\":10000},\"data\":{\"id\":\"483675103821824001\"}}");
    Call upload = Said.WEST2.upload(user, Said.avatar("jpeg", "avatar.jpg"));
    is(upload, Purpose.UPLOAD, "PUT /user/avatar/upload", Map.of());
    assertThat(((Body.Upload) upload.body()).field()).isEqualTo("data");
    Tokens both = new Tokens(new Secret("a"), new Secret("r"));
    assertThat(Said.WEST2.authorization(both, null))
        .isEqualTo(Map.of("Access-Token", "a", "Refresh-Token", "r"));
    West2Translator other =
        new West2Translator(new West2Translator.Settings("avatar", Set.of("0"), true));
    assertThat(other.authorization(Tokens.of("a"), null))
        .isEqualTo(Map.of("Access-Token", "a", "Authorization", "Bearer a"));
    assertThat(((Body.Upload) other.upload(user, Said.avatar("png", "a.png")).body()).field())
        .isEqualTo("avatar");
    is(
        Said.WEST2.readById(new UserId("5")).orElseThrow(),
        Purpose.READ,
        "GET /user/info",
        Map.of("user_id", "5"));
    assertThat(Said.WEST2.readOwner(null)).isEmpty();
  }

  @Test
  void loginsAreWrittenAsEachSystemReadsThem() {
    Secret password = new Secret("p\"w");
    Call weidu = Said.WEIDU.login(new Login("ada", password, null)).orElseThrow();
    is(weidu, Purpose.LOGIN, "POST /weidu/api/v1/users/login", Map.of());
    assertThat(json(weidu)).isEqualTo("{\"login_id\":\"ada\",\"password\":\"p\\\"w\"}");
    for (String[] name :
        new String[][] {
          {"ada", "user_name"},
          {"a@b.example", "email"},
          {"13812345678", "phone"},
          {"123", "user_name"},
          {"138123456789", "user_name"}
        }) {
      Call anqicms = Said.ANQICMS.login(new Login(name[0], password, null)).orElseThrow();
      is(anqicms, Purpose.LOGIN, "POST /api/login", Map.of());
      assertThat(json(anqicms))
          .isEqualTo(
              "{\"%s\":\"%s\",\"password\":\"p\\\"w\",\"remember\":true,\"platform\":\"website\"}"
                  .formatted(name[1], name[0]));
    }
    Call west2 = Said.WEST2.login(new Login("ada", password, "123456")).orElseThrow();
    is(west2, Purpose.LOGIN, "POST /user/login", Map.of());
    assertThat(((Body.Form) west2.body()).fields())
        .isEqualTo(Map.of("username", "ada", "password", "p\"w", "code", "123456"));
    assertThat(Said.zaihangyun(false).login(new Login("ada", password, null))).isEmpty();
    assertThat(weidu + west2.toString()).doesNotContain("p\"w");
  }
}
