package dev.profilectl.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.dialect.Call.Purpose;
import dev.profilectl.dialect.Verdict.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers mean: by code, by status, and where the two say different things. */
class VerdictsTest {
  private static final Call UPDATE =
      new Call(Purpose.UPDATE, "POST", "/x", Map.of(), new Body.None());
  private static final Call UPLOAD =
      new Call(Purpose.UPLOAD, "POST", "/x", Map.of(), new Body.None());
  private static final List<Translator> ALL =
      List.of(Said.WEIDU, Said.WEST2, Said.ANQICMS, Said.zaihangyun(false));

  private static String word(Translator translator, Call call, Answer answer) {
    return switch (translator.judge(call, answer)) {
      case Verdict.Done _ -> "DONE";
      case Verdict.Refused refused -> refused.why().name();
    };
  }

  private static Translator of(String system) {
    return switch (system) {
      case "weidu" -> Said.WEIDU;
      case "west2" -> Said.WEST2;
      case "anqicms" -> Said.ANQICMS;
      default -> Said.zaihangyun(false);
    };
  }

  private static String success(Translator translator) {
    return switch (translator.system()) {
      case WEIDU -> "{\"code\":200,\"result\":\"ok\"}";
      case WEST2 -> "{\"base\":{\"code\":10000,\"msg\":\"success\"}}";
      case ANQICMS -> "{\"code\":0,\"msg\":null}";
      case ZAIHANGYUN -> "{\"code\":200,\"msg\":\"success\"}";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "weidu|{\"code\":200,\"result\":\"ok\"}|DONE",
        "weidu|{\"code\":\"200\",\"result\":\"ok\"}|DONE",
        "weidu|{\"code\":200}|DONE",
        "weidu|{\"code\":200,\"result\":\"user is locked\"}|UNKNOWN",
        "weidu|{\"code\":1000,\"result\":\"x\"}|NOT_LOGGED_IN",
        "weidu|{\"code\":\"1000\"}|NOT_LOGGED_IN",
        "weidu|{\"code\":40021}|FORBIDDEN",
        "weidu|{\"code\":40001}|LATER",
        "weidu|{\"code\":40004,\"result\":\"x\"}|FAILED",
        "weidu|{}|UNKNOWN",
        "weidu|[]|UNKNOWN",
        "west2|{\"base\":{\"code\":10000}}|DONE",
        "west2|{\"base\":{\"code\":\"10000\"}}|DONE",
        "west2|{\"code\":10000,\"msg\":\"ok\"}|DONE",
        "west2|{\"base\":{\"code\":-1,\"msg\":\"x\"}}|FAILED",
        "west2|{\"base\":{\"code\":-1,\"msg\":\"Token is expired\"}}|NOT_LOGGED_IN",
        "west2|{\"base\":{\"code\":10006,\"msg\":\"x\"}}|NOT_LOGGED_IN",
        "west2|{\"code\":10003,\"msg\":\"x\"}|NOT_LOGGED_IN",
        "west2|{\"base\":{\"code\":-1,\"msg\":\"未登录\"}}|NOT_LOGGED_IN",
        "west2|{\"base\":{\"code\":10000},\"data\":{\"base\":{\"code\":-1,\"msg\":\"no\"}}}|FAILED",
        "west2|{\"base\":{\"code\":10000},\"data\":{\"base\":{\"code\":10000}}}|DONE",
        "west2|{\"base\":{\"code\":10000},\"data\":null}|DONE",
        "west2|{\"base\":{}}|UNKNOWN",
        "anqicms|{\"code\":0,\"msg\":null}|DONE",
        "anqicms|{\"code\":\"0\"}|DONE",
        "anqicms|{\"code\":-1,\"msg\":\"x\"}|FAILED",
        "anqicms|{\"code\":1001}|NOT_LOGGED_IN",
        "anqicms|{\"code\":1002}|FORBIDDEN",
        "anqicms|{\"code\":200}|UNKNOWN",
        "anqicms|{\"msg\":\"ok\"}|UNKNOWN",
        "zaihangyun|{\"code\":200}|DONE",
        "zaihangyun|{\"code\":\"200\"}|DONE",
        "zaihangyun|{\"code\":400,\"msg\":\"Token is required\"}|NOT_LOGGED_IN",
        "zaihangyun|{\"code\":401}|NOT_LOGGED_IN",
        "zaihangyun|{\"code\":402}|NOT_LOGGED_IN",
        "zaihangyun|{\"code\":\"400102\",\"msg\":\"x\"}|INVALID",
        "zaihangyun|{\"code\":400127}|INVALID",
        "zaihangyun|{\"code\":400199}|NO_SUCH_USER",
        "zaihangyun|{\"code\":400250}|FAILED",
        "zaihangyun|{\"code\":404,\"data\":[]}|NOT_THE_API",
        "zaihangyun|{\"code\":429,\"message\":\"slow\"}|LATER",
        "zaihangyun|{\"code\":500,\"traces\":\"#0\"}|UNKNOWN",
        "zaihangyun|{\"code\":null}|UNKNOWN"
      })
  void aCodeIsReadWhateverItsType(String system, String body, String verdict) {
    assertThat(word(of(system), UPDATE, Said.ok(body))).isEqualTo(verdict);
  }

  @Test
  void whatStatusAndCodeSayDifferentlyIsNotKnown() {
    for (Translator translator : ALL) {
      String success = success(translator);
      for (int status : new int[] {301, 400, 401, 403, 404, 409, 413, 429, 500, 502, 503}) {
        assertThat(word(translator, UPDATE, Said.answer(status, success)))
            .as("%s %d", translator.system(), status)
            .isEqualTo("UNKNOWN");
      }
      for (int status : new int[] {200, 201, 202, 204, 206}) {
        assertThat(word(translator, UPDATE, Said.answer(status, success))).isEqualTo("DONE");
      }
    }
  }

  @Test
  void whatAFrameworkSaysIsNoVerdictOfTheSystem() {
    String error = "{\"timestamp\":\"x\",\"status\":500,\"error\":\"Internal\",\"path\":\"/x\"}";
    assertThat(word(Said.WEST2, UPLOAD, Said.answer(500, error))).isEqualTo("UNKNOWN");
    assertThat(word(Said.WEST2, UPLOAD, Said.answer(404, error))).isEqualTo("NOT_THE_API");
    assertThat(word(Said.WEST2, UPLOAD, Said.answer(401, error))).isEqualTo("NOT_LOGGED_IN");
    String refused = "{\"base\":{\"code\":-1,\"msg\":\"no\"}}";
    assertThat(word(Said.WEST2, UPLOAD, Said.answer(500, refused))).isEqualTo("FAILED");
  }

  @ParameterizedTest
  @CsvSource({
    "200,NOT_THE_API",
    "204,NOT_THE_API",
    "302,NOT_THE_API",
    "307,NOT_THE_API",
    "400,FAILED",
    "401,NOT_LOGGED_IN",
    "403,FORBIDDEN",
    "404,NOT_THE_API",
    "413,TOO_LARGE",
    "429,LATER",
    "500,UNKNOWN",
    "502,UNKNOWN",
    "503,UNKNOWN",
    "504,UNKNOWN"
  })
  void withoutJsonTheStatusIsAllThereIs(int status, Reason reason) {
    Map<String, List<String>> install = Map.of("location", List.of("/install"));
    for (String body :
        List.of("", "<html><title>x</title><h1>Hello</h1></html>", "oops", "\"a\"")) {
      for (Translator translator : ALL) {
        assertThat(word(translator, UPDATE, Said.answer(status, install, body)))
            .as("%s %s", translator.system(), body)
            .isEqualTo(reason.name());
      }
    }
  }

  @Test
  void aPictureThatIsTooLargeIsToldFromATextThatIs() {
    Translator zaihangyun = Said.zaihangyun(false);
    Answer answer = Said.ok("{\"code\":\"400102\",\"msg\":\"x\"}");
    assertThat(word(zaihangyun, UPLOAD, answer)).isEqualTo("TOO_LARGE");
    assertThat(word(zaihangyun, UPDATE, answer)).isEqualTo("INVALID");
    Call upload = new Call(Purpose.UPLOAD, "POST", "/x", Map.of(), new Body.None());
    assertThat(word(Said.WEST2, upload, Said.answer(413, "Request Entity Too Large")))
        .isEqualTo("TOO_LARGE");
  }

  @Test
  void anInstallPageIsNamed() {
    Verdict.Refused refused =
        (Verdict.Refused)
            Said.ANQICMS.judge(
                UPDATE, Said.answer(302, Map.of("Location", List.of("/install")), ""));
    assertThat(refused.code()).isEqualTo("302");
    assertThat(refused.words()).isEqualTo("/install");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "line one\nSELECT secret FROM user",
        "  line one \r\n rest",
        "line\u001b one",
        "line\u202e one",
        "line\u009b one\u2028x"
      })
  void wordsAreOneCleanLine(String said) {
    Answer answer = Said.ok(Json.object().put("code", -1).put("msg", said).toString());
    Verdict.Refused refused = (Verdict.Refused) Said.ANQICMS.judge(UPDATE, answer);
    assertThat(refused.words()).startsWith("line one").doesNotContain("SELECT");
    assertThat(refused.words().codePoints())
        .allMatch(c -> c >= ' ' && c != 0x202e && (c < 0x7f || c > 0x9f));
  }

  @Test
  void longWordsAreCutAndPagesAreToldByTheirText() {
    Answer answer = Said.ok("{\"code\":-1,\"msg\":\"" + "😀".repeat(500) + "\"}");
    Verdict.Refused refused = (Verdict.Refused) Said.ANQICMS.judge(UPDATE, answer);
    assertThat(refused.words()).isEqualTo("😀".repeat(200) + "…");
    Answer page =
        Said.answer(
            502, "<html><head><style>b{}</style><script>x()</script></head><h1>Bad</h1> way");
    assertThat(((Verdict.Refused) Said.WEIDU.judge(UPDATE, page)).words()).isEqualTo("Bad way");
  }

  @Test
  void otherCodesCanMeanSuccessOnWest2() {
    West2Translator other =
        new West2Translator(new West2Translator.Settings("data", Set.of("1", "0"), false));
    assertThat(word(other, UPDATE, Said.ok("{\"base\":{\"code\":1}}"))).isEqualTo("DONE");
    assertThat(word(other, UPDATE, Said.ok("{\"base\":{\"code\":10000}}"))).isEqualTo("FAILED");
  }
}
