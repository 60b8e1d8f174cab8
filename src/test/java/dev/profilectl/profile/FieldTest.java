package dev.profilectl.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.profile.Field.Kind;
import dev.profilectl.validation.ProfileValidator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fields against the table of the command line's contract, written out once more. */
class FieldTest {
  private static final List<String> SETTABLE =
      List.of(
          "nickname",
          "gender",
          "birthday",
          "oaid",
          "device_id",
          "password",
          "email",
          "country",
          "province",
          "city",
          "enter_pass",
          "ext_data",
          "username",
          "desc",
          "level",
          "major",
          "label",
          "skill",
          "award_info",
          "roles",
          "avatar_url",
          "mobile",
          "real_name_verified",
          "refund_rate",
          "dispute_rate",
          "serve_num",
          "work_num",
          "transaction_praise_cnt",
          "transaction_amount");
  private static final List<String> KEPT_BY_THE_STORE =
      List.of("id", "create_at", "update_at", "last_password_update");

  @Test
  void fieldsAreThoseOfTheContractInItsOrder() {
    assertThat(Field.keys())
        .containsExactlyElementsOf(
            Stream.concat(SETTABLE.stream(), KEPT_BY_THE_STORE.stream()).toList());
  }

  @Test
  void everySettableFieldHasRules() {
    assertThat(ProfileValidator.fields()).containsExactlyElementsOf(SETTABLE);
  }

  @Test
  void whatIsSpecialAboutAField() {
    assertThat(keys(Stream.of(Field.values()).filter(Field::isReadOnly)))
        .containsExactlyElementsOf(KEPT_BY_THE_STORE);
    assertThat(keys(Stream.of(Field.values()).filter(Field::isSecret)))
        .containsExactly("password", "enter_pass");
    assertThat(keys(Stream.of(Field.values()).filter(Field::isRequired)))
        .containsExactly("password", "username");
  }

  @Test
  void kindsAreThoseOfTheContract() {
    assertThat(keys(ofKind(Kind.GENDER))).containsExactly("gender");
    assertThat(keys(ofKind(Kind.DATE))).containsExactly("birthday");
    assertThat(keys(ofKind(Kind.JSON))).containsExactly("ext_data");
    assertThat(keys(ofKind(Kind.FLAG))).containsExactly("real_name_verified");
    assertThat(keys(ofKind(Kind.DECIMAL))).containsExactly("refund_rate", "dispute_rate");
    assertThat(keys(ofKind(Kind.INTEGER)))
        .containsExactly("serve_num", "work_num", "transaction_praise_cnt", "transaction_amount");
    assertThat(ofKind(Kind.TEXT)).hasSize(17);
  }

  @Test
  void aFieldIsFoundByItsName() {
    for (Field field : Field.values()) {
      assertThat(Field.of(field.key())).contains(field);
    }
    for (String other : List.of("", "Nickname", "device-id", "version", "deleted_at")) {
      assertThat(Field.of(other)).isEmpty();
    }
  }

  private static Stream<Field> ofKind(Kind kind) {
    return Stream.of(Field.values()).filter(field -> field.kind() == kind);
  }

  private static List<String> keys(Stream<Field> fields) {
    return fields.map(Field::key).toList();
  }
}
