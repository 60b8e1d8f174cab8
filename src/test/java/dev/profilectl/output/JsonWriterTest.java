package dev.profilectl.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.profilectl.terminal.HostileText;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private static final ObjectMapper READER = new ObjectMapper();
  private static final Page JSON = Page.of(OutputFormat.JSON, Look.PIPE);
  private static final Page NDJSON = Page.of(OutputFormat.NDJSON, Look.PIPE);

  @Test
  void writesEverything() {
    assertThat(Written.one(JSON, Written.EVERYTHING.toArray()))
        .isEqualTo(
            """
            {
              "a": "张三 \\"A\\\\B\\"",
              "b": null,
              "c": 42,
              "d": -7000000000,
              "e": 1.50,
              "f": true,
              "g": "2026-01-02T03:04:05.000Z",
              "h": {"a":1.0e2,"b":[null,0.10]},
              "i": "\\"text\\"",
              "j": [
                "x",
                1
              ],
              "k": {
                "k": "v"
              }
            }
            """);
  }

  @Test
  void ndjsonIsOneLineEach() {
    assertThat(Written.many(NDJSON, 2, List.of("x", 1), List.of("y\n", new RawJson("[1e5]"))))
        .isEqualTo("{\"a\":\"x\",\"b\":1}\n{\"a\":\"y\\n\",\"b\":[1e5]}\n");
    assertThat(Written.many(NDJSON, 2)).isEmpty();
  }

  @Test
  void manyAreAnArrayEvenNoneAndOne() {
    assertThat(Written.many(JSON, 1)).isEqualTo("[]\n");
    assertThat(Written.many(JSON, 1, List.of("x"))).isEqualTo("[\n  {\n    \"a\": \"x\"\n  }\n]\n");
    assertThat(Written.many(JSON, 1, List.of("x"), List.of("y")))
        .isEqualTo("[\n  {\n    \"a\": \"x\"\n  },\n  {\n    \"a\": \"y\"\n  }\n]\n");
  }

  @Test
  void writesAFreeFormObject() {
    Map<String, Object> result =
        Map.copyOf(Map.of("changed", List.of(Written.object("field", "city", "new", "x"))));
    assertThat(
            Written.by(
                JSON,
                printer ->
                    printer.object(
                        Written.object("user", Map.of(), "changed", List.of(), "all", result))))
        .isEqualTo(
            """
            {
              "user": {},
              "changed": [],
              "all": {
                "changed": [
                  {
                    "field": "city",
                    "new": "x"
                  }
                ]
              }
            }
            """);
  }

  @Test
  void isExactInAPipeButForWhatUtf8CannotHold() {
    assertThat(Written.one(NDJSON, "\u007f\u202e\u001b\ud800"))
        .isEqualTo("{\"a\":\"\u007f\u202e\\u001B\\ud800\"}\n");
  }

  @Test
  void isEqualJsonOnATerminal() {
    assertThat(
            Written.one(
                Page.of(OutputFormat.NDJSON, Written.TERMINAL), "\u007f\u202e张\udb40\udc41"))
        .isEqualTo("{\"a\":\"\\u007f\\u202e张\\udb40\\udc41\"}\n");
    assertThat(
            Written.one(
                Page.of(OutputFormat.JSON, Written.TERMINAL), new RawJson("{\"\u202e\":1.0}")))
        .isEqualTo("{\n  \"a\": {\"\\u202e\":1.0}\n}\n");
  }

  @Test
  void readsBackExactly() throws JsonProcessingException {
    Random random = new Random(9);
    for (int i = 0; i < 3_000; i++) {
      String text = HostileText.any(random);
      String key = Text.withoutLoneSurrogates(text); // Jackson reads no half characters in names
      for (OutputFormat format : List.of(OutputFormat.JSON, OutputFormat.NDJSON)) {
        for (Look look : List.of(Look.PIPE, Written.TERMINAL)) {
          String json = Written.one(Page.of(format, look), text, Map.of(key, text));
          assertThat(READER.readTree(json).get("a").textValue()).isEqualTo(text);
          assertThat(READER.readTree(json).get("b").get(key).textValue()).isEqualTo(text);
          if (look.terminal()) {
            assertThat(HostileText.isHarmless(json.replace("\n", ""))).as(json).isTrue();
          }
        }
      }
    }
  }

  @Test
  void aJsonTextSurvivesAsValueAndAsText() throws JsonProcessingException {
    for (String json : List.of("\"a\\\"b\"", "\"\"", "\"{}\"")) {
      String written = Written.one(NDJSON, new RawJson(json));
      assertThat(READER.readTree(written).get("a").textValue()).isEqualTo(json);
    }
  }
}
