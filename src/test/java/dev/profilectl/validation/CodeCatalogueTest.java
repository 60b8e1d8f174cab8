package dev.profilectl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCatalogueTest {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

  private final BundleFile english = new BundleFile("/dev/profilectl/validation/Codes.properties");
  private final BundleFile chinese =
      new BundleFile("/dev/profilectl/validation/Codes_zh.properties");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    BundleFile.assertSameKeys(english, chinese);
  }

  @Test
  void everyEntryIsExplained() {
    Set<String> names = new HashSet<>();
    for (CodeEntry entry : CodeCatalogue.all()) {
      assertThat(names.add(entry.name())).as(entry.name()).isTrue();
      for (Locale locale : LANGUAGES) {
        assertThat(entry.rule(locale)).as(entry.name()).isNotBlank();
        assertThat(entry.document(locale)).as(entry.name()).isNotBlank();
        assertThat(entry.decision(locale)).as(entry.name()).isNotBlank();
        boolean undocumented = Set.of("own", "west2-seen").contains(entry.source());
        assertThat(entry.meaning(locale).isEmpty()).as(entry.name()).isEqualTo(undocumented);
      }
    }
  }

  @Test
  void everyTextBelongsToAnEntry() {
    Set<String> known = new TreeSet<>();
    for (CodeEntry entry : CodeCatalogue.all()) {
      String call = entry.system() + "." + entry.callKey() + ".";
      for (String part : List.of("rule", "meaning", "contradiction", "decision")) {
        known.add(call + entry.code() + "." + part);
      }
      known.add(call + "decision");
      known.add("document." + entry.source());
    }
    assertThat(known).containsAll(english.keys());
  }

  /** The numbers in the order in which each document prints them. */
  @ParameterizedTest
  @CsvSource({
    "zaihangyun, user update, 400101 400102 400103 400105 400106 400107 400108 400109 400110"
        + " 400113 400114 400115 400116 400117 400118 400119 400120 400121 400122 400123 400124"
        + " 400125 400126 400127 400199 400250 200",
    "zaihangyun, avatar upload, 400101 400102 400103 400199 400250",
    "zaihangyun, all, 200 400 401 402 403 404 405 406 413 429 500",
    "weidu, user update, 200",
    "weidu, avatar upload, 200",
    "weidu, all, 1000",
    "weidu, sms code, 40001 40002 40003 40018 40019",
    "weidu, login, 40013 40020 40021",
    "west2, all, 10000 -1 0 1 200 10001 10002 10003 10004 10005 10006 10007 10008",
    "west2, avatar upload, 12000 12001",
    "anqicms, all, 0 -1 1001 1002 200",
    "profilectl, user update, username-invalid username-taken text-too-long url-invalid"
        + " type-mismatch read-only required unsupported-field set-once would-lose not-taken"
        + " unknown-field",
    "profilectl, user create, id-invalid id-taken",
    "profilectl, user import, row-malformed input-malformed duplicate-key",
    "profilectl, avatar upload, not-an-image image-too-large image-too-many-pixels image-broken"
        + " crop-outside",
  })
  void everyDocumentedCodeIsListed(String system, String call, String codes) {
    List<String> listed = new ArrayList<>();
    for (CodeEntry entry : CodeCatalogue.all()) {
      if (entry.system().equals(system) && entry.call().equals(call)) {
        listed.add(entry.code());
      }
    }
    assertThat(listed).containsExactly(codes.split(" ", -1));
  }

  @Test
  void nothingElseIsListed() {
    assertThat(CodeCatalogue.all())
        .hasSize(27 + 5 + 14 + 2 + 1 + 5 + 3 + 13 + 2 + 5 + 9 + 2 + 3 + 5);
    assertThat(CodeCatalogue.codes()).doesNotHaveDuplicates().startsWith("400101", "400102");
  }

  @ParameterizedTest
  @CsvSource({
    "400124, zaihangyun/user-update/400124",
    "' 400124 ', zaihangyun/user-update/400124",
    "400101, zaihangyun/user-update/400101 zaihangyun/avatar-upload/400101",
    "zaihangyun/400101, zaihangyun/user-update/400101 zaihangyun/avatar-upload/400101",
    "zaihangyun/avatar/400101, zaihangyun/avatar-upload/400101",
    "zaihangyun/avatar-upload/400101, zaihangyun/avatar-upload/400101",
    "zaihangyun/avatar upload/400101, zaihangyun/avatar-upload/400101",
    "zaihangyun/user/400101, zaihangyun/user-update/400101",
    "zaihangyun/user/200, zaihangyun/user-update/200",
    "zaihangyun/avatar/200, zaihangyun/all/200",
    "anqicms/avatar/1001, anqicms/all/1001",
    "-1, west2/all/-1 anqicms/all/-1",
    "0, west2/all/0 anqicms/all/0",
    "200, zaihangyun/user-update/200 zaihangyun/all/200 weidu/user-update/200"
        + " weidu/avatar-upload/200 west2/all/200 anqicms/all/200",
    "400199, zaihangyun/user-update/400199 zaihangyun/avatar-upload/400199",
    "400250, zaihangyun/user-update/400250 zaihangyun/avatar-upload/400250",
    "username-taken, profilectl/user-update/username-taken",
    "PROFILECTL/Image-Broken, profilectl/avatar-upload/image-broken",
  })
  void findsByCodeSystemAndCall(String query, String names) {
    assertThat(CodeCatalogue.find(query))
        .extracting(CodeEntry::name)
        .containsExactly(names.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "400104",
        "400111",
        "400112",
        "",
        "/",
        "//",
        "a/b/c/400101",
        "zaihangyun",
        "weidu/400101",
        "zaihangyun/login/400101",
        "zaihangyun/elsewhere/401",
        "4001",
        "nickname"
      })
  void findsNothingElse(String query) {
    assertThat(CodeCatalogue.find(query)).isEmpty();
  }

  @Test
  void aNameFindsItsEntryAlone() {
    for (CodeEntry entry : CodeCatalogue.all()) {
      assertThat(CodeCatalogue.find(entry.name())).containsExactly(entry);
    }
  }

  @Test
  void theFieldIsThatOfTheTable() {
    assertThat(CodeCatalogue.find("400124"))
        .extracting(CodeEntry::field)
        .containsExactly("enter_pass");
    assertThat(CodeCatalogue.find("weidu/1000").getFirst().field()).isNull();
    assertThat(CodeCatalogue.find("zaihangyun/avatar/400101"))
        .extracting(CodeEntry::field)
        .containsExactly("avatar");
  }

  /** A code, and a fact that its explanation may not lose, in either language. */
  @ParameterizedTest
  @CsvSource({
    "zaihangyun/user/400102, 32",
    "zaihangyun/user/400103, weidu",
    "zaihangyun/user/400105, 400104",
    "zaihangyun/user/400106, YYYY-MM-DD",
    "zaihangyun/user/400110, 400111",
    "zaihangyun/user/400113, 400112",
    "zaihangyun/user/400114, 6",
    "zaihangyun/user/400124, 4",
    "zaihangyun/user/400127, 256",
    "zaihangyun/user/200, mcode",
    "zaihangyun/avatar/400102, 2097152",
    "weidu/user/200, gender",
    "weidu/avatar/200, PUT",
    "weidu/avatar/200, description",
    "west2/-1, HTTP",
    "anqicms/200, HTTP",
  })
  void contradictionsAreTold(String query, String fact) {
    CodeEntry entry = CodeCatalogue.find(query).getFirst();
    for (Locale locale : LANGUAGES) {
      assertThat(entry.contradiction(locale).orElseThrow()).contains(fact);
    }
  }

  @Test
  void theGapsOfTheNumberingAreLeftOpen() {
    List<String> numbers =
        IntStream.rangeClosed(400101, 400127)
            .mapToObj(Integer::toString)
            .filter(code -> CodeCatalogue.find(code).isEmpty())
            .toList();
    assertThat(numbers).containsExactly("400104", "400111", "400112");
  }
}
