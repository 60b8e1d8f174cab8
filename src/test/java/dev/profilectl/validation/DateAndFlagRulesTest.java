package dev.profilectl.validation;

import static dev.profilectl.validation.ProfileValidatorTest.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about days and booleans. */
class DateAndFlagRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29",
        "2000-02-29",
        "1000-01-01",
        "9999-12-31",
        "2023-01-31",
        "2023-04-30",
        "1815-12-10"
      })
  void dayThatExists(String day) {
    assertThat(codes("birthday", day)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2023-02-29",
        "1900-02-29",
        "2024-02-30",
        "2023-04-31",
        "2024-2-9",
        "2024-02-9",
        "24-02-09",
        "0999-12-31",
        "0000-01-01",
        "10000-01-01",
        "-2024-01-01",
        "+2024-01-01",
        "2024-00-01",
        "2024-13-01",
        "2024-01-00",
        "2024-01-32",
        "2024/01/01",
        "20240101",
        "2024-01-01 ",
        " 2024-01-01",
        "2024-01-01T00:00:00Z",
        "2024-01-01\n",
        "２０２４-01-01",
        "2024–01–01",
        "01-01-2024",
        "today",
        "2024-01-01\0"
      })
  void dayThatDoesNot(String day) {
    assertThat(codes("birthday", day)).containsExactly("400106");
  }

  @Test
  void birthdayIsText() {
    for (Object other :
        List.of(20240101, 2024.0, true, List.of(2024, 1, 1), Map.of("year", 2024))) {
      assertThat(codes("birthday", other)).containsExactly("400106");
    }
  }

  @Test
  void flagIsABooleanOrItsText() {
    for (Object flag : List.of(true, false, "true", "false")) {
      assertThat(codes("real_name_verified", flag)).isEmpty();
    }
    for (Object other :
        List.of("", "True", "TRUE", "yes", "1", 1, 0, "true ", List.of(true), Map.of())) {
      assertThat(codes("real_name_verified", other))
          .as(other.toString())
          .containsExactly("type-mismatch");
    }
  }
}
