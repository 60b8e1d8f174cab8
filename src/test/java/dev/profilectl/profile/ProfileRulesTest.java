package dev.profilectl.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.validation.Problem;
import dev.profilectl.validation.ProfileValidator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileRulesTest {
  private static final ProfileRules RULES = new ProfileRules(new ProfileValidator());

  private static ProfilePatch patch(Field field, @Nullable Object value) {
    Map<Field, @Nullable Object> raw = new EnumMap<>(Field.class);
    raw.put(field, value);
    return RULES.patch(raw, false);
  }

  private static List<String> problems(
      Map<Field, ? extends @Nullable Object> raw, boolean creating) {
    Invalid invalid = catchThrowableOfType(Invalid.class, () -> RULES.patch(raw, creating));
    return invalid.problems().stream()
        .map(problem -> problem.field() + " " + problem.code())
        .toList();
  }

  private static List<String> problems(Field field, @Nullable Object value) {
    Map<Field, @Nullable Object> raw = new EnumMap<>(Field.class);
    raw.put(field, value);
    return problems(raw, false);
  }

  @Test
  void rawValuesBecomeTyped() {
    assertThat(patch(Field.GENDER, "male").set()).containsEntry(Field.GENDER, 1);
    assertThat(patch(Field.GENDER, "2").set()).containsEntry(Field.GENDER, 2);
    assertThat(patch(Field.BIRTHDAY, "2024-02-29").set())
        .containsEntry(Field.BIRTHDAY, LocalDate.of(2024, 2, 29));
    assertThat(patch(Field.EXT_DATA, " { \"a\" : 1.0 } ").set())
        .containsEntry(Field.EXT_DATA, "{\"a\":1.0}");
    assertThat(patch(Field.EXT_DATA, Arrays.asList(1, null)).set())
        .containsEntry(Field.EXT_DATA, "[1,null]");
    assertThat(patch(Field.EXT_DATA, "\"\"").set()).containsEntry(Field.EXT_DATA, "\"\"");
    assertThat(patch(Field.REAL_NAME_VERIFIED, "false").set())
        .containsEntry(Field.REAL_NAME_VERIFIED, false);
    assertThat(patch(Field.REFUND_RATE, "0.50").set())
        .containsEntry(Field.REFUND_RATE, new BigDecimal("0.5"));
    assertThat(patch(Field.SERVE_NUM, "-5").set()).containsEntry(Field.SERVE_NUM, -5L);
    assertThat(patch(Field.DESC, " \0 ").set()).containsEntry(Field.DESC, " \0 ");
    assertThat(patch(Field.PASSWORD, "s3cret").set().get(Field.PASSWORD))
        .isInstanceOf(Secret.class);
    Secret secret = new Secret("s3cret");
    assertThat(patch(Field.PASSWORD, secret).set()).containsEntry(Field.PASSWORD, secret);
  }

  @Test
  void nothingAndTheEmptyTextClear() {
    for (Field field : Field.values()) {
      if (field.isReadOnly()) {
        continue;
      }
      for (Object empty : Arrays.asList(null, "")) {
        if (field.isRequired()) {
          assertThat(problems(field, empty)).containsExactly(field.key() + " required");
        } else {
          ProfilePatch patch = patch(field, empty);
          assertThat(patch.clear()).containsExactly(field);
          assertThat(patch.set()).isEmpty();
        }
      }
    }
  }

  @Test
  void jsonsNullClears() {
    for (String text : List.of("null", " null", "\r\n\tnull ")) {
      assertThat(patch(Field.EXT_DATA, text).clear()).containsExactly(Field.EXT_DATA);
    }
    for (String text : List.of("\u3000null", "null\u000b", "Null", " ", "\n")) {
      assertThat(problems(Field.EXT_DATA, text)).containsExactly("ext_data 400126");
    }
    assertThat(patch(Field.NICKNAME, "null").set()).containsEntry(Field.NICKNAME, "null");
    assertThat(patch(Field.NICKNAME, " ").set()).containsEntry(Field.NICKNAME, " ");
  }

  @Test
  void whatTheStoreKeepsIsReadOnly() {
    for (Object value : Arrays.asList(null, "", "a".repeat(26), 5)) {
      for (Field field :
          List.of(Field.ID, Field.CREATE_AT, Field.UPDATE_AT, Field.LAST_PASSWORD_UPDATE)) {
        assertThat(problems(field, value)).containsExactly(field.key() + " read-only");
      }
    }
    assertThat(problems(Map.of(Field.CREATE_AT, 5), true)).containsExactly("create_at read-only");
  }

  @Test
  void anIdMayBeGivenToANewUser() {
    ProfilePatch patch = RULES.patch(Map.of(Field.ID, "a".repeat(26), Field.USERNAME, "ada"), true);
    assertThat(patch.fields()).containsExactly(Field.USERNAME);
    for (Object id : List.of("", "a".repeat(25), "A".repeat(26), 5)) {
      assertThat(problems(Map.of(Field.ID, id), true)).containsExactly("id id-invalid");
    }
  }

  @Test
  void allProblemsAreToldInTheOrderOfTheTable() {
    Map<Field, @Nullable Object> raw = new EnumMap<>(Field.class);
    raw.put(Field.NICKNAME, 1);
    raw.put(Field.GENDER, "x");
    raw.put(Field.PASSWORD, null);
    raw.put(Field.CITY, "x".repeat(33));
    raw.put(Field.USERNAME, "");
    raw.put(Field.DESC, "fine");
    raw.put(Field.TRANSACTION_AMOUNT, 1.5);
    raw.put(Field.ID, "x");
    raw.put(Field.UPDATE_AT, "x");
    assertThat(problems(raw, true))
        .containsExactly(
            "nickname 400101",
            "gender 400103",
            "password required",
            "city 400122",
            "username required",
            "transaction_amount type-mismatch",
            "id id-invalid",
            "update_at read-only");
  }

  @Test
  void problemsOfSecretsDoNotTellThem() {
    Invalid invalid =
        catchThrowableOfType(Invalid.class, () -> patch(Field.PASSWORD, new Secret("s3cr3")));
    assertThat(invalid.problems()).extracting(Problem::code).containsExactly("400114");
    assertThat(invalid.problems() + invalid.toString()).doesNotContain("s3cr3");
  }

  @Test
  void unknownNamesAreToldWithTheNearest() {
    assertThat(ProfileRules.field("nickname")).isEqualTo(Field.NICKNAME);
    assertThatThrownBy(() -> ProfileRules.field("nicknam"))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("nickname");
    assertThatThrownBy(() -> ProfileRules.field("shoe_size")).isInstanceOf(Usage.class);
    assertThatThrownBy(() -> ProfileRules.field("")).isInstanceOf(Usage.class);
  }
}
