package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal keeps of a row is what the row was. */
class CellsTest {
  private static Map<String, @Nullable Object> again(Map<String, @Nullable Object> cells) {
    String text = Cells.text(cells, Set.of());
    assertThat(text.chars()).as("plain ASCII: %s", text).allMatch(c -> c < 0x80);
    return Cells.of(text);
  }

  private static Map<String, @Nullable Object> one(@Nullable Object value) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    cells.put("x", value);
    return cells;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\0",
        "\u0001\u001b[2J",
        "\ud800",
        "\udc00\ud800",
        "a\udfffb",
        "😀",
        "\u2028\u2029\ufeff\uffff",
        "\"\\/\b\f\n\r\t",
        "\\u0041",
        "\u202eevil"
      })
  void textsAsTheyAreBrokenOrNot(String text) {
    assertThat(again(one(text))).isEqualTo(one(text));
  }

  /** YAML lets keys be no text; those need not come back, but the others of the row have to. */
  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.ndjson", "a.yaml"})
  void keysAreTextInEveryFormat(String name) {
    String row = "{\"username\":\"ada\",\"ext_data\":{\"\\ud800\":1}}";
    ReadRows read = ReadRows.of(name, name.endsWith("yaml") ? "- " + row : row);
    for (Row each : read.rows()) {
      assertThat(again(each.cells())).containsEntry("username", "ada");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "1.50",
        "1e5",
        "1E+05",
        "1e-400",
        "1e999999999",
        "1e99999999999",
        "123456789012345678901234567890",
        "0.1000000000000000055511151231257827"
      })
  void numbersInTheSpellingTheyHad(String number) {
    Object read = again(one(Spelled.number(number))).get("x");
    assertThat(read).isInstanceOf(Number.class).hasToString(number);
  }

  @Test
  void numbersLongerThanAnythingKnows() {
    String digits = "7".repeat(5000);
    assertThat(again(one(Spelled.number(digits))).get("x")).hasToString(digits);
  }

  @Test
  void anyTreeOfAnything() {
    for (long seed = 1; seed <= 3000; seed++) {
      Random random = new Random(seed);
      Map<String, @Nullable Object> cells = new LinkedHashMap<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        cells.put(name(random) + i, value(random, 0));
      }
      assertThat(again(cells)).as("seed %d", seed).isEqualTo(cells);
      assertThat(new ArrayList<>(again(cells).keySet()))
          .as("in order, seed %d", seed)
          .isEqualTo(new ArrayList<>(cells.keySet()));
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x80) : random.nextInt(0x10000)));
    }
    return text.toString();
  }

  private static String name(Random random) {
    return text(random).replaceAll("[\ud800-\udfff]", "s");
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 4 : 6)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> text(random);
      case 3 -> Spelled.number(String.valueOf(random.nextLong()));
      case 4 -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(random, depth + 1));
        }
        yield list;
      }
      default -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(name(random) + i, value(random, depth + 1));
        }
        yield map;
      }
    };
  }

  @Test
  void whatIsWithheldIsNotThere() {
    Map<String, @Nullable Object> cells = one("canary");
    cells.put("y", 1);
    assertThat(Cells.text(cells, Set.of("x"))).isEqualTo("{\"y\":1}");
  }

  /** As large as a reader lets a row be. */
  @Test
  void aRowOfAMegabyteAndOfManyValues() {
    Map<String, @Nullable Object> large = one("中".repeat(1 << 20));
    assertThat(again(large)).isEqualTo(large);
    Map<String, @Nullable Object> many = new LinkedHashMap<>();
    for (int i = 0; i < 1000; i++) {
      many.put("column" + i, "v");
    }
    assertThat(again(many)).isEqualTo(many);
  }
}
