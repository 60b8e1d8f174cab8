package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Failure.Usage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are worked out for each row. */
class RowTemplateTest {
  private static final Map<String, @Nullable Object> ROW = row();

  private static Map<String, @Nullable Object> row() {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("username", "Ada.L");
    row.put("first name", " Ada ");
    row.put("n", Spelled.number("1.50"));
    row.put("flag", true);
    row.put("cleared", null);
    row.put("list", List.of(1));
    row.put("hostile", "{n}${n}%s\\1");
    return row;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "{username}@example.org~Ada.L@example.org",
        "{username|lower}@example.org~ada.l@example.org",
        "{username|upper}~ADA.L",
        "{first name|trim}~Ada",
        "{ username | lower | upper }~ADA.L",
        "{username|replace(.,_)|lower}~ada_l",
        "{username|replace(.,)}~AdaL",
        "{username|replace(Ada,{)}~{.L",
        "{username|replace(.,|)}~Ada|L",
        "{username|replace(.,,)}~Ada,L",
        "{username}{username}~Ada.LAda.L",
        "{{{username}}}~{Ada.L}",
        "{{username}}~{username}",
        "plain~plain",
        "{n}~1.50",
        "{flag}~true",
        "{hostile}~{n}${n}%s\\1",
      })
  void examples(String template, String text) {
    assertThat(RowTemplate.parse(template).of(ROW, "email")).isEqualTo(text);
  }

  @Test
  void lettersAreLoweredAlikeInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(RowTemplate.parse("{x|lower}{x|upper}").of(Map.of("x", "Ii"), "email"))
          .isEqualTo("iiII");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{username",
        "username}",
        "{}",
        "{ }",
        "{|lower}",
        "{username|}",
        "{username|shout}",
        "{username|Lower}",
        "{username|replace}",
        "{username|replace()}",
        "{username|replace(,x)}",
        "{username|replace(a)}",
        "{username|replace(a,b}",
        "{username|lower()}",
        "{a}}",
        "{{a}",
        "{username|replace(},x)}"
      })
  void whatCannotBeUnderstoodIsToldBeforeTheFirstRow(String template) {
    assertThatThrownBy(() -> RowTemplate.parse(template))
        .isInstanceOfSatisfying(
            Usage.class,
            usage -> {
              assertThat(usage.sentence().in(Locale.ENGLISH)).contains(template);
              assertThat(usage.sentence().in(Locale.CHINESE)).contains(template);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"{absent}", "{cleared}", "{list}", "a{absent|lower}b"})
  void aRowThatHasNoTextThereFails(String template) {
    assertThatThrownBy(() -> RowTemplate.parse(template).of(ROW, "email"))
        .isInstanceOfSatisfying(
            Invalid.class,
            wrong -> {
              assertThat(wrong.problems()).hasSize(1);
              assertThat(wrong.problems().getFirst().field()).isEqualTo("email");
              for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(wrong.problems().getFirst().message(locale))
                    .contains(template.replaceAll(".*\\{|[|}].*", ""))
                    .doesNotContain("{expected}", "{value}");
              }
            });
  }

  @Test
  void itsColumnsAreKnown() {
    assertThat(RowTemplate.parse("{b}x{a|lower}{b}").columns()).containsExactlyInAnyOrder("a", "b");
  }

  /** Whatever is typed is understood, or refused in a sentence; and always ends. */
  @Test
  void anyTextIsATemplateOrIsRefused() {
    String[] pieces = {
      "{",
      "}",
      "{{",
      "}}",
      "|",
      "(",
      ")",
      ",",
      "username",
      "lower",
      "replace(",
      "a",
      " ",
      "😀",
      "\0"
    };
    int understood = 0;
    for (long seed = 1; seed <= 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(9); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        RowTemplate.parse(text.toString()).of(ROW, "email");
        understood++;
      } catch (Failure refused) {
        assertThat(refused)
            .as("seed %d: %s", seed, text)
            .isInstanceOfAny(Usage.class, Invalid.class);
      }
    }
    assertThat(understood).isBetween(500, 19_500);
  }
}
