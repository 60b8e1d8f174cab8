package dev.profilectl.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.profilectl.terminal.HostileText;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
  private static final ObjectMapper READER = new ObjectMapper(new YAMLFactory());
  private static final Page YAML = Page.of(OutputFormat.YAML, Look.PIPE);

  @Test
  void writesEverything() {
    assertThat(Written.one(YAML, Written.EVERYTHING.toArray()))
        .isEqualTo(
            """
            a: "张三 \\"A\\\\B\\""
            b: null
            c: 42
            d: -7000000000
            e: 1.50
            f: true
            g: "2026-01-02T03:04:05.000Z"
            h:
              a: !!float 1.0e2
              b:
                - null
                - 0.10
            i: "\\"text\\""
            j:
              - x
              - 1
            k:
              k: v
            """);
  }

  @Test
  void manyAreASequence() {
    assertThat(Written.many(YAML, 2, List.of("x", 1), List.of("y", List.of())))
        .isEqualTo("- a: x\n  b: 1\n- a: \"y\"\n  b: []\n");
    assertThat(Written.many(YAML, 2)).isEqualTo("[]\n");
  }

  @Test
  void nestsListsAndObjects() {
    assertThat(
            Written.by(
                YAML,
                printer ->
                    printer.object(
                        Written.object(
                            "user", Map.of(), "deep", List.of(List.of("p", "q"), Map.of("k", 1))))))
        .isEqualTo("user: {}\ndeep:\n  - - p\n    - q\n  - k: 1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "No",
        "on",
        "null",
        "true",
        "~",
        "",
        " x",
        "x ",
        "x: y",
        "x #y",
        "- x",
        "1",
        "0x1F",
        "1e5",
        "2026-01-01",
        "12:30:45",
        "{a}",
        "[a]",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "'a'",
        "\"a\"",
        "a\nb",
        "\u0085",
        "\u2028",
        "\ufeff",
        "=",
        "<<",
        ".inf",
        ".nan",
        "?",
        "y",
        "N",
        "null ",
        "...",
        "---"
      })
  void everyTextStaysText(String text) throws JsonProcessingException {
    JsonNode read = READER.readTree(Written.one(YAML, text, Map.of(text, text)));
    assertThat(read.get("a").isTextual()).isTrue();
    assertThat(read.get("a").textValue()).isEqualTo(text);
    assertThat(read.get("b").get(text).textValue()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e5", "1E-7", "1.5e3", "0.10", "-0", "12345678901234567890", "1.0"})
  void numbersStayNumbersInTheirSpelling(String number) throws JsonProcessingException {
    String yaml = Written.one(YAML, new RawJson(number));
    assertThat(yaml).endsWith(number + "\n");
    JsonNode read = READER.readTree(yaml).get("a");
    assertThat(read.isNumber()).as(yaml).isTrue();
    assertThat(read.doubleValue()).isEqualTo(Double.parseDouble(number));
  }

  @Test
  void escapesOnATerminal() {
    assertThat(
            Written.one(Page.of(OutputFormat.YAML, Written.TERMINAL), "\u202e\u001b\udb40\udc41"))
        .isEqualTo("a: \"\\u202e\\x1b\\U000e0041\"\n");
    assertThat(Written.one(YAML, "\u202e\u001b")).isEqualTo("a: \"\u202e\\x1b\"\n");
  }

  @Test
  void readsBackExactly() throws JsonProcessingException {
    Random random = new Random(13);
    for (int i = 0; i < 2_000; i++) {
      // what the reader of this test makes of an escaped half character is not settled by YAML
      String text = Text.withoutLoneSurrogates(HostileText.any(random));
      for (Look look : List.of(Look.PIPE, Written.TERMINAL)) {
        String yaml = Written.one(Page.of(OutputFormat.YAML, look), text, List.of(text, text));
        assertThat(READER.readTree(yaml).get("a").textValue()).as(yaml).isEqualTo(text);
        assertThat(READER.readTree(yaml).get("b").get(1).textValue()).isEqualTo(text);
        if (look.terminal()) {
          assertThat(HostileText.isHarmless(yaml.replace("\n", ""))).as(yaml).isTrue();
        }
      }
    }
  }

  @Test
  void aLongKeyIsAnnounced() throws JsonProcessingException {
    String key = "k:".repeat(1_000);
    String yaml = Written.by(YAML, printer -> printer.object(Written.object(key, "v", "x", "y z")));
    assertThat(READER.readTree(yaml).get(key).textValue()).isEqualTo("v");
    assertThat(READER.readTree(yaml).get("x").textValue()).isEqualTo("y z");
  }
}
