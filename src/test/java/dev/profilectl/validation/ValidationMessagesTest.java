package dev.profilectl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences for users, against the field table written out once more. */
class ValidationMessagesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  private final BundleFile english = new BundleFile("/ValidationMessages.properties");
  private final BundleFile chinese = new BundleFile("/ValidationMessages_zh.properties");

  @Test
  void bothLanguagesHaveTheSameCodes() {
    BundleFile.assertSameKeys(english, chinese);
  }

  /** Code, the field its sentence names, and what it may and must mention. */
  @ParameterizedTest
  @CsvSource({
    "400101, nickname, ''",
    "400102, nickname, length max",
    "400103, gender, value",
    "400105, gender, value",
    "400106, birthday, value",
    "400107, oaid, ''",
    "400108, oaid, length max",
    "400109, device_id, ''",
    "400110, device_id, length max",
    "400113, password, ''",
    "400114, password, min",
    "400115, password, max",
    "400116, email, ''",
    "400117, country, ''",
    "400118, country, length max",
    "400119, province, ''",
    "400120, province, length max",
    "400121, city, ''",
    "400122, city, length max",
    "400123, enter_pass, ''",
    "400124, enter_pass, min",
    "400125, enter_pass, max",
    "400126, ext_data, ''",
    "400127, ext_data, length max",
    "400199, '', ''",
    "400250, '', ''",
    "username-invalid, username, ''",
    "username-taken, '', ''",
    "text-too-long, '', field length max",
    "url-invalid, '', field",
    "type-mismatch, '', field",
    "type-mismatch.text, '', field",
    "type-mismatch.flag, '', field",
    "type-mismatch.decimal, '', field",
    "type-mismatch.int64, '', field",
    "read-only, '', field",
    "required, '', field",
    "unsupported-field, '', field",
    "unknown-field, '', field",
    "id-invalid, '', ''",
    "id-taken, '', ''",
    "not-an-image, '', file found",
    "image-too-large, '', file max",
    "image-too-many-pixels, '', file width height max",
    "image-too-many-pixels.kind, '', file kind width height max",
    "image-broken, '', file format",
    "crop-outside, '', file width height",
  })
  void everyCodeHasASentence(String code, String field, String parameters) {
    Set<String> expected = new TreeSet<>(List.of(parameters.split(" ", -1)));
    expected.remove("");
    for (BundleFile language : List.of(english, chinese)) {
      String sentence = language.text(code);
      assertThat(sentence).contains(field).doesNotContain(code);
      assertThat(placeholders(sentence)).as(sentence).isEqualTo(expected);
      // what the library's own interpolation would take for an expression
      assertThat(sentence).doesNotContain("$").doesNotContain("\\");
    }
  }

  @Test
  void everyCodeTheProgramReportsAboutAValueHasASentence() {
    List<String> reported = new ArrayList<>();
    for (CodeEntry entry : CodeCatalogue.all()) {
      boolean ofUpdate =
          entry.name().startsWith("zaihangyun/user-update/")
              && entry.kind() == CodeEntry.Kind.FAILURE;
      if (ofUpdate || entry.system().equals("profilectl")) {
        reported.add(entry.code());
      }
    }
    // What a server says of any code it refuses.
    reported.add("refused-by-server");
    // "type-mismatch.decimal" is a sentence of the code "type-mismatch".
    assertThat(english.keys().stream().map(key -> key.replaceAll("\\..*", "")).distinct())
        .containsExactlyInAnyOrderElementsOf(reported);
  }

  private static Set<String> placeholders(String sentence) {
    Set<String> names = new TreeSet<>();
    PLACEHOLDER.matcher(sentence).results().forEach(found -> names.add(found.group(1)));
    return names;
  }
}
