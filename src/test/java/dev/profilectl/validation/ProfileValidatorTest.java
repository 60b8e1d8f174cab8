package dev.profilectl.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about text, each at its bounds; lengths, types, and several problems at once. */
class ProfileValidatorTest {
  private static final ProfileValidator VALIDATOR = new ProfileValidator();

  /** ASCII, CJK, four bytes in UTF-8 and two chars in Java, a letter with a combining accent. */
  private static final List<String> LETTERS = List.of("a", "中", "😀", "e\u0301");

  static List<String> codes(String field, Object value) {
    return VALIDATOR.check(Map.of(field, value)).stream()
        .peek(problem -> assertThat(problem.field()).isEqualTo(field))
        .map(Problem::code)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "nickname, 400101, 400102, 32",
    "oaid, 400107, 400108, 128",
    "device_id, 400109, 400110, 128",
    "country, 400117, 400118, 32",
    "province, 400119, 400120, 32",
    "city, 400121, 400122, 32",
    "desc, type-mismatch, text-too-long, 1000",
    "level, type-mismatch, text-too-long, 128",
    "major, type-mismatch, text-too-long, 128",
    "label, type-mismatch, text-too-long, 128",
    "skill, type-mismatch, text-too-long, 128",
    "award_info, type-mismatch, text-too-long, 128",
    "roles, type-mismatch, text-too-long, 128",
    "mobile, type-mismatch, text-too-long, 32",
  })
  void textHasAMost(String field, String notText, String tooLong, int max) {
    for (String letter : LETTERS) {
      for (int length : List.of(0, 1, max / 2, max - 1, max)) {
        assertThat(codes(field, text(letter, length))).as("%s × %d", letter, length).isEmpty();
      }
      for (int length : List.of(max + 1, 2 * max, 10_000)) {
        assertThat(codes(field, text(letter, length)))
            .as("%s × %d", letter, length)
            .containsExactly(tooLong);
      }
    }
    assertOnlyText(field, notText);
  }

  @ParameterizedTest
  @CsvSource({
    "password, 400113, 400114, 6, 400115, 32",
    "enter_pass, 400123, 400124, 6, 400125, 8"
  })
  void secretHasALeastAndAMost(
      String field, String notText, String tooShort, int min, String tooLong, int max) {
    for (String letter : LETTERS) {
      for (int length : List.of(0, 1, min / 2, min - 1)) {
        assertThat(codes(field, text(letter, length)))
            .as("%s × %d", letter, length)
            .containsExactly(tooShort);
      }
      for (int length : List.of(min, min + 1, max - 1, max)) {
        assertThat(codes(field, text(letter, length))).as("%s × %d", letter, length).isEmpty();
      }
      for (int length : List.of(max + 1, 2 * max, 10_000)) {
        assertThat(codes(field, text(letter, length)))
            .as("%s × %d", letter, length)
            .containsExactly(tooLong);
      }
    }
    assertOnlyText(field, notText);
  }

  private static void assertOnlyText(String field, String notText) {
    List<Object> others = List.of(1, 1L, 1.5, true, Map.of("a", 1), Map.of(), List.of("a"));
    for (Object other : others) {
      assertThat(codes(field, other)).as(other.toString()).containsExactly(notText);
    }
    for (String torn : List.of("abcdef\ud83d", "\ude00abcdef", "abc\ude00\ud83ddef")) {
      assertThat(codes(field, torn)).containsExactly(notText);
    }
    // Control characters are text; showing them safely is the business of the output.
    assertThat(codes(field, "ab\0c\n\t\u001b")).isEmpty();
  }

  /** Exactly so many code points, the last one cut off from its accent if need be. */
  private static String text(String letter, int codePoints) {
    int[] all = letter.repeat(codePoints).codePoints().limit(codePoints).toArray();
    return new String(all, 0, all.length);
  }

  @Test
  void tenMegabytesAreTooLongInEveryField() {
    String huge = "x".repeat(10 << 20);
    for (String field : ProfileValidator.fields()) {
      assertThat(codes(field, huge)).as(field).hasSize(1);
    }
  }

  @Test
  void allProblemsAreToldInTheOrderOfTheTable() {
    Map<String, Object> wrong = new LinkedHashMap<>();
    ProfileValidator.fields().reversed().forEach(field -> wrong.put(field, List.of(List.of())));
    wrong.put("ext_data", "{");
    List<Problem> problems = VALIDATOR.check(wrong);
    assertThat(problems)
        .extracting(Problem::field)
        .containsExactlyElementsOf(ProfileValidator.fields());
    wrong.keySet().removeIf(field -> ProfileValidator.fields().indexOf(field) % 3 != 1);
    assertThat(VALIDATOR.check(wrong))
        .extracting(Problem::field)
        .containsExactly(
            "gender",
            "device_id",
            "country",
            "enter_pass",
            "desc",
            "label",
            "roles",
            "real_name_verified",
            "serve_num",
            "transaction_amount");
  }

  @Test
  void whatIsNotSetIsNotJudged() {
    assertThat(VALIDATOR.check(Map.of())).isEmpty();
    assertThatThrownBy(() -> VALIDATOR.check(Map.of("id", "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VALIDATOR.check(Map.of("Nickname", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void problemsSayWhatTheirSentencesMention() {
    Problem tooLong = VALIDATOR.check(Map.of("nickname", "😀".repeat(33))).getFirst();
    assertThat(tooLong.parameters()).containsEntry("max", 32).containsEntry("length", 33);
    Problem json =
        VALIDATOR.check(Map.of("ext_data", "[ \"" + "x".repeat(197) + "\" ]")).getFirst();
    assertThat(json.parameters()).containsEntry("max", 200).containsEntry("length", 201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "enter_pass"})
  void problemsOfSecretsDoNotTellThem(String field) {
    for (Object secret : List.of("s3cr", "s3cr3t".repeat(9), List.of("s3cr3t"), "s3cr3t\ud800")) {
      assertThat(VALIDATOR.check(Map.of(field, secret)).toString()).doesNotContain("s3cr");
    }
  }

  @Test
  void anyNumberOfThreadsMayAsk() {
    List<Problem> expected = VALIDATOR.check(Map.of("nickname", 1, "city", "x".repeat(33)));
    List<List<Problem>> found =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(_ -> VALIDATOR.check(Map.of("nickname", 1, "city", "x".repeat(33))))
            .toList();
    assertThat(new ArrayList<>(found)).hasSize(2_000).containsOnly(expected);
  }
}
