package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.Secret;
import dev.profilectl.validation.ProfileValidator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns, keys, and what a row has to be. */
class RowFieldsTest {
  private static final ProfileRules RULES = new ProfileRules(new ProfileValidator());
  private static final String ID = "et8xaf56fjydbf7nu65t1xeteo";

  private static RowFields fields(Map<String, String> renames) {
    return new RowFields("people.csv", renames);
  }

  private static Map<Field, @Nullable Object> values(Map<String, Object> cells) {
    return fields(Map.of()).values(new Row(3, cells));
  }

  @Test
  void columnsAreFieldsOrPassedOver() {
    RowFields fields = fields(Map.of("Name", "nickname"));
    fields.check(List.of("id", "Name", "version", "extra", "has_password", "password"));
    Map<Field, @Nullable Object> values =
        fields.values(
            new Row(2, Map.of("id", ID, "Name", "Ada", "version", "3", "password", "s3cret")));
    assertThat(values.keySet()).containsExactly(Field.NICKNAME, Field.PASSWORD, Field.ID);
    assertThat(values.get(Field.PASSWORD)).isInstanceOf(Secret.class);
    assertThat(fields.ignored()).containsExactly("extra", "has_password", "version");
  }

  @Test
  void whatIsUnknownIsNamedWithTheNearest() {
    assertThatThrownBy(() -> fields(Map.of()).check(List.of("username", "nicknam")))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("people.csv")
        .hasMessageContaining("did you mean nickname?");
    assertThatThrownBy(() -> values(Map.of("shoe size", 1)))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("people.csv:3")
        .hasMessageContaining("shoe size");
    assertThatThrownBy(() -> fields(Map.of("a", "nope"))).isInstanceOf(Usage.class);
    assertThatThrownBy(() -> fields(Map.of("a", "update_at"))).isInstanceOf(Usage.class);
    assertThatThrownBy(() -> fields(Map.of("a", "city")).check(List.of("city", "a")))
        .hasMessageContaining("both fill city");
    assertThatThrownBy(() -> fields(Map.of("b", "city")).check(List.of("username")))
        .hasMessageContaining("no column b");
  }

  @Test
  void keys() {
    assertThat(RowKey.in(values(Map.of("email", "a@b.c", "username", "ada"))))
        .contains(RowKey.USERNAME);
    assertThat(RowKey.in(values(Map.of("email", "a@b.c", "id", ID)))).contains(RowKey.ID);
    assertThat(RowKey.in(values(Map.of("username", "", "city", "x")))).isEmpty();
    SeenKeys seen = new SeenKeys();
    for (int i = 1; i <= 20_000; i++) {
      assertThat(seen.add(RowKey.USERNAME, "user" + i, i)).isEmpty();
    }
    assertThat(seen.add(RowKey.USERNAME, "USER7", 1)).hasValue(7);
    assertThat(seen.add(RowKey.EMAIL, "user7", 1)).isEmpty();
    assertThat(seen.add(RowKey.USERNAME, "user20000", 1)).hasValue(20_000);
  }

  private static List<String> problems(ImportMode mode, Map<String, Object> cells) {
    try {
      new RowRules(RULES, mode, Optional.empty()).patch(values(cells));
      return List.of();
    } catch (Invalid wrong) {
      return wrong.problems().stream().map(p -> p.field() + " " + p.code()).toList();
    }
  }

  @Test
  void rows() {
    assertThat(problems(ImportMode.UPDATE, Map.of("id", "whatever", "city", "London"))).isEmpty();
    assertThat(problems(ImportMode.UPSERT, Map.of("id", "whatever", "username", "ada")))
        .containsExactly("id id-invalid");
    assertThat(problems(ImportMode.CREATE, Map.of("email", "a@example.org", "gender", 7)))
        .containsExactly("gender 400105", "username required");
    assertThat(problems(ImportMode.UPDATE, Map.of("city", "x".repeat(33))))
        .containsExactly("row row-malformed", "city 400122");
    assertThat(problems(ImportMode.UPDATE, Map.of("username", "ada", "password", "abc")))
        .containsExactly("password 400114");
    assertThat(problems(ImportMode.UPDATE, Map.of("username", "ada", "password", 123456)))
        .containsExactly("password 400113");
  }

  @Test
  void templatesAreGoodInputs() {
    ReadRows json = ReadRows.of("a.json", Template.json());
    assertThat(json.rows()).hasSize(1);
    new RowRules(RULES, ImportMode.CREATE, Optional.empty())
        .patch(fields(Map.of()).values(json.rows().getFirst()));
    RowFields fields = fields(Map.of());
    try (RowReader csv = new CsvRows(InputsTest.text(Template.csv()))) {
      fields.check(csv.columns());
      assertThat(csv.columns())
          .startsWith("username")
          .hasSize(27)
          .isEqualTo(List.copyOf(json.cells().getFirst().keySet()));
      assertThat(csv.next()).isEmpty();
    }
  }
}
