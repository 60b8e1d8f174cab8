package dev.profilectl.validation;

import static dev.profilectl.validation.ProfileValidatorTest.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of {@code ext_data}: any one value, as text or as a value, at most 200 characters. */
class ExtDataTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{}",
        "[]|[]",
        "0|0",
        "-0|-0",
        "1.50|1.50",
        "1E400|1E400",
        "1e-999999999|1e-999999999",
        "12345678901234567890123|12345678901234567890123",
        "true|true",
        "\"\"|\"\"",
        "` { \"a\" : [ 1 , 2.0 ] , \"b\" : null } `|{\"a\":[1,2.0],\"b\":null}",
        "\"\\u4e2d\\/\\u0041\"|\"中/A\"",
        "\"\\ud83d\\ude00\"|\"😀\"",
        "\"\\u0000\\u001f\\n\\\"\\\\\"|\"\\u0000\\u001F\\n\\\"\\\\\"",
        "{\"a\":{\"a\":1}}|{\"a\":{\"a\":1}}",
        "{\"\":1}|{\"\":1}",
        "[[],{}]|[[],{}]",
      })
  void oneValueIsMadeCompact(String json, String compact) {
    assertThat(JsonText.compact(json)).isEqualTo(compact);
    assertThat(JsonText.compact(compact)).isEqualTo(compact);
    assertThat(codes("ext_data", json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[",
        "]",
        "[1",
        "[1,]",
        "[,1]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "'a'",
        "\"a",
        "\"\n\"",
        "\"\t\"",
        "\"\0\"",
        "\"\\x\"",
        "\"\\u12\"",
        "NaN",
        "Infinity",
        "-Infinity",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1e",
        "0x10",
        "tru",
        "True",
        "nulll",
        "undefined",
        "\ufeff{}",
        "{}\ufeff",
        "/*c*/1",
        "1//c",
        "#c\n1",
        "1 2",
        "{}{}",
        "[] x",
        "1,",
        ",1",
        "{} }",
        "[1]]",
        "1;",
        "\"a\"\"b\"",
        "\u00a01",
        "\u30001",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "[{\"b\":{\"a\":1,\"a\":1}}]",
        "\"\\ud83d\"",
        "\"\\ude00x\"",
        "\"\ud83d\"",
        "{\"\\ud800\":1}",
        "\u000b1",
        "\u001e1",
        "--1",
        "1-",
        "1e5.5",
        "[1 2]",
        "{1:2}",
        "{\"a\":1 \"b\":2}",
        "truefalse",
        "1\0"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThat(codes("ext_data", text)).containsExactly("400126");
    assertThat(JsonText.compact(text)).isNull();
  }

  @Test
  void valuesAreTakenAsTheyAre() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("n", new BigDecimal("1.50"));
    object.put("list", Arrays.asList(1, null, true, "ä\"", 2.5, Map.of()));
    assertThat(JsonText.compact(object))
        .isEqualTo("{\"n\":1.50,\"list\":[1,null,true,\"ä\\\"\",2.5,{}]}");
    for (Object value : List.of(object, 1, 1L, 2.5, true, List.of(), Map.of())) {
      assertThat(codes("ext_data", value)).as(value.toString()).isEmpty();
    }
    List<Object> others =
        List.of(
            Double.NaN,
            List.of(Double.POSITIVE_INFINITY),
            Float.NaN,
            List.of(Float.NEGATIVE_INFINITY),
            new Object(),
            List.of("\ud800"),
            Map.of("\udc00", 1));
    for (Object value : others) {
      assertThat(codes("ext_data", value)).as(value.toString()).containsExactly("400126");
    }
  }

  @Test
  void lengthIsThatOfTheCompactText() {
    for (String letter : List.of("a", "中", "😀")) {
      String longest = '"' + letter.repeat(198) + '"';
      assertThat(codes("ext_data", longest)).isEmpty();
      assertThat(codes("ext_data", " ".repeat(5_000) + longest + "\n")).isEmpty();
      assertThat(codes("ext_data", '"' + letter.repeat(199) + '"')).containsExactly("400127");
      assertThat(codes("ext_data", List.of(letter.repeat(196)))).isEmpty();
      assertThat(codes("ext_data", List.of(letter.repeat(197)))).containsExactly("400127");
    }
    assertThat(codes("ext_data", "\"" + "\\u0041".repeat(198) + "\"")).isEmpty();
    assertThat(codes("ext_data", "9".repeat(200))).isEmpty();
    assertThat(codes("ext_data", "9".repeat(201))).containsExactly("400127");
    assertThat(codes("ext_data", "[".repeat(100) + "]".repeat(100))).isEmpty();
    assertThat(codes("ext_data", "[".repeat(101) + "]".repeat(101))).containsExactly("400127");
  }

  @Test
  void whatIsFarTooLongIsTooLong() {
    List<Object> bombs = new ArrayList<>();
    bombs.add("9".repeat(5_000));
    bombs.add("1e" + "9".repeat(5_000));
    bombs.add("9".repeat(10 << 20));
    bombs.add('"' + "x".repeat(10 << 20) + '"');
    bombs.add('"' + "x".repeat(21_000_000) + '"');
    bombs.add("{\"" + "k".repeat(60_000) + "\":1}");
    bombs.add("[".repeat(100_000) + "]".repeat(100_000));
    bombs.add("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
    bombs.add("x".repeat(21_000_000).lines().toList());
    bombs.add(Map.of("k".repeat(60_000), 1));
    bombs.add(nested(100_000));
    for (Object bomb : bombs) {
      assertThat(codes("ext_data", bomb)).containsExactly("400127");
    }
  }

  private static Object nested(int depth) {
    Object value = List.of();
    for (int i = 1; i < depth; i++) {
      value = new ArrayList<>(List.of(value));
    }
    return value;
  }
}
