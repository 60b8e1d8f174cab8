package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.validation.JsonText;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON, NDJSON and YAML. */
class TreeRowsTest {
  private static Map<String, @Nullable Object> one(String name, String text) {
    ReadRows read = ReadRows.of(name, text);
    assertThat(read.problems()).isEmpty();
    assertThat(read.rows()).hasSize(1);
    return read.cells().getFirst();
  }

  @Test
  void arraysAndOneObject() {
    ReadRows read = ReadRows.of("a.json", "[\n {\"a\": 1},\n\n {\"a\":\n null}, {}]\n");
    assertThat(read.lines()).containsExactly(2L, 4L, 5L);
    assertThat(one("a.json", "{\"a\": \"x\", \"b\": true}")).isEqualTo(Map.of("a", "x", "b", true));
    assertThat(ReadRows.of("a.json", "[]").rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.ndjson"})
  void numbersKeepTheirSpelling(String name) {
    String json =
        "[1.50,1e5,-0,100000000000000000000000,1E-7,0.0,7,1e99999999999," + "9".repeat(500) + "]";
    Object value = one(name, "{\"ext_data\":" + json + "}").get("ext_data");
    assertThat(JsonText.compact(Objects.requireNonNull(value))).isEqualTo(json);
    assertThat(one(name, "{\"gender\":1}")).isEqualTo(Map.of("gender", BigInteger.ONE));
    assertThat(Objects.toString(one(name, "{\"refund_rate\":1e5}").get("refund_rate")))
        .isEqualTo("1e5");
  }

  @Test
  void recordsThatAreWrongLeaveTheOthers() {
    ReadRows read =
        ReadRows.of("a.json", "[{\"a\":1,\"a\":2},\n{\"b\":{\"c\":1,\"c\":2}},\n5,[1],{\"a\":3}]");
    assertThat(read.rows()).hasSize(1);
    assertThat(read.problems())
        .containsExactly("1 row twice", "2 row twice", "3 row object", "3 row object");

    ReadRows lines =
        ReadRows.of(
            "a.ndjson",
            "{\"a\":1}\n\n"
                + "[]\n"
                + "{\"a\":1,\"a\":1}\n"
                + "{\"a\":}\n"
                + "{} {}\n"
                + "{\n"
                + "  \n"
                + "{\"a\":tru}\r\n"
                + "{\"a\":2}\r\n"
                + "{\"a\":"
                + "[".repeat(100_000));
    assertThat(lines.lines()).containsExactly(1L, 10L);
    assertThat(lines.problems())
        .containsExactly(
            "3 row object",
            "4 row twice",
            "5 row json",
            "6 row more",
            "7 row json",
            "9 row json",
            "11 row deep");
  }

  @Test
  void brokenJsonEndsIt() {
    ReadRows read = ReadRows.of("a.json", "[{\"a\":1},\n{\"a\":'x'},\n{\"a\":3}]");
    assertThat(read.rows()).hasSize(1);
    assertThat(read.problems()).containsExactly("2 input json");
    assertThat(ReadRows.of("a.json", "[{\"a\":1}").problems()).containsExactly("1 input json");
    assertThat(ReadRows.of("a.json", "{}\n{}").problems()).containsExactly("2 input more");
    assertThat(ReadRows.of("a.json", "[{}]\n]").problems()).containsExactly("2 input json");
    assertThat(ReadRows.of("a.json", "5").problems()).containsExactly("1 input root");
    assertThat(ReadRows.of("a.json", "[".repeat(1_000_000)).problems())
        .containsExactly("1 input deep");
    assertThat(ReadRows.of("a.json", "[{\"a\":" + "[".repeat(1_000_000)).problems())
        .containsExactly("1 input deep");
  }

  @Test
  void listsAndDocuments() {
    ReadRows read = ReadRows.of("a.yaml", "- a: 1\n  b: x\n\n- a: 2\n-\n  a: 3\n");
    assertThat(read.lines()).containsExactly(1L, 4L, 6L);
    ReadRows documents =
        ReadRows.of("a.yaml", "a: 1\n---\n---\n~\n---\na: 2\n...\n---\n- a: 3\n- {a: 4}\n");
    assertThat(documents.problems()).isEmpty();
    assertThat(documents.cells())
        .isEqualTo(List.of(Map.of("a", "1"), Map.of("a", "2"), Map.of("a", "3"), Map.of("a", "4")));
  }

  @Test
  void yamlScalarsAreTheTextThatWasWritten() {
    Map<String, @Nullable Object> row =
        one(
            "a.yaml",
            """
            a: no
            b: 1.0
            c: 2020-01-01
            d: 0123
            e: 1_000
            f: 0x1F
            g: 12:30
            h: '5'
            i: ~
            j:
            k: null
            l: "null"
            m: yes
            n: True
            o: .inf
            p: 1e5
            q: !!float 1e5
            r: !!str 7
            s: |
              x
              y
            t: 2001-12-14t21:59:43.10-05:00
            u: =
            """);
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    String[] texts = {
      "no",
      "1.0",
      "2020-01-01",
      "0123",
      "1_000",
      "0x1F",
      "12:30",
      "5",
      null,
      null,
      null,
      "null",
      "yes",
      "True",
      ".inf",
      "1e5",
      "1e5",
      "7",
      "x\ny\n",
      "2001-12-14t21:59:43.10-05:00",
      "="
    };
    for (int i = 0; i < texts.length; i++) {
      expected.put(String.valueOf((char) ('a' + i)), texts[i]);
    }
    assertThat(row).isEqualTo(expected);
  }

  @Test
  void insideOfValuesYamlIsWhatJsonHas() {
    Object value =
        one(
                "a.yaml",
                """
                x:
                  - 1.50
                  - true
                  - '1'
                  - ~
                  - 0123
                  - yes
                  - !!float 1e5
                  - {k: [a, 12]}
                """)
            .get("x");
    assertThat(JsonText.compact(Objects.requireNonNull(value)))
        .isEqualTo("[1.50,true,\"1\",null,\"0123\",\"yes\",1e5,{\"k\":[\"a\",12]}]");
  }

  @Test
  void yamlThatIsRefused() {
    ReadRows read =
        ReadRows.of(
            "a.yaml",
            """
            - a: &x 1
            - a: *x
            - a: !!python/object:os.system [ls]
            - b: 2
              b: 3
            - !foo
              a: 1
            - <<: *x
            - *x
            - 5
            - a: 4
            """);
    assertThat(read.problems())
        .containsExactly(
            "2 row alias",
            "3 row tag",
            "4 row twice",
            "6 row tag",
            "8 row alias",
            "9 row alias",
            "10 row object");
    assertThat(read.cells()).isEqualTo(List.of(Map.of("a", "1"), Map.of("a", "4")));
    assertThat(ReadRows.of("a.yaml", "- a: 1\n- a: [\n").problems()).hasSize(1);
    assertThat(ReadRows.of("a.yaml", "- a: 1\n- b: 'c' d\n").problems())
        .containsExactly("2 input yaml");
    assertThat(ReadRows.of("a.yaml", "- a: 1\n- a: x\0y\n").problems()).hasSize(1);
    assertThat(ReadRows.of("a.yaml", "- a: " + "[".repeat(100_000)).problems())
        .containsExactly("1 input deep");
  }

  @Test
  void billionLaughs() {
    StringBuilder bomb = new StringBuilder("- a0: &a0 [lol]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("  a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
    }
    assertThat(ReadRows.of("a.yaml", bomb.toString()).problems()).containsExactly("1 row alias");
  }
}
