package dev.profilectl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  private static final Map<String, Object> LENGTHS = Map.of("length", 41, "max", 32);

  @Test
  void parametersAreFilledInByName() {
    Problem problem = new Problem("nickname", "400102", LENGTHS);
    assertThat(problem.message(Locale.ENGLISH))
        .isEqualTo("nickname has 41 characters; at most 32 are allowed");
    assertThat(problem.message(Locale.SIMPLIFIED_CHINESE)).isEqualTo("nickname 有 41 个字符，最多允许 32 个");
  }

  @Test
  void theFieldNeedsNoParameter() {
    assertThat(new Problem("level", "text-too-long", LENGTHS).message(Locale.ENGLISH))
        .isEqualTo("level has 41 characters; at most 32 are allowed");
  }

  @Test
  void anyOtherLanguageIsEnglish() {
    Problem problem = Problem.of("id", "read-only");
    assertThat(problem.message(Locale.FRENCH))
        .isEqualTo(problem.message(Locale.ENGLISH))
        .isEqualTo(problem.message(Locale.ROOT))
        .isEqualTo("id cannot be set here; leave it out");
  }

  @Test
  void aMissingParameterIsNeverShownRaw() {
    assertThat(Problem.of("nickname", "400102").message(Locale.ENGLISH))
        .isEqualTo("nickname has ? characters; at most ? are allowed");
    for (String code : new BundleFile("/ValidationMessages.properties").keys()) {
      for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
        assertThat(Problem.of("avatar", code).message(locale)).doesNotContain("{", "}");
      }
    }
  }

  @Test
  void aValueIsShownAsItWasTyped() {
    Problem problem = new Problem("gender", "400103", Map.of("value", "$1 \\ {max}"));
    assertThat(problem.message(Locale.ENGLISH)).startsWith("gender $1 \\ {max} is not an integer;");
  }

  @Test
  void aLongValueIsCutBetweenCharacters() {
    Problem problem = new Problem("gender", "400103", Map.of("value", "😀".repeat(1000)));
    assertThat(problem.message(Locale.ENGLISH))
        .startsWith("gender " + "😀".repeat(40) + "… is not an integer;");
  }

  @Test
  void anUndocumentedCodeIsShownBare() {
    assertThat(Problem.of("nickname", "400188").message(Locale.CHINESE))
        .isEqualTo("nickname: 400188");
  }
}
