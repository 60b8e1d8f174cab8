package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.output.Column;
import dev.profilectl.output.Look;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Page;
import dev.profilectl.output.Printer;
import dev.profilectl.output.RawJson;
import dev.profilectl.output.Rows;
import dev.profilectl.validation.JsonText;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What our own output writes, an input gives back, in every format. */
class RoundTripTest {
  private static final String[] PIECES = {
    "\\N",
    "\\",
    "N",
    "\"",
    "\"\"",
    "'",
    ",",
    ";",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\u2028",
    "\u0085",
    "\0",
    "\u0001",
    "\u001b[2J",
    "\u007f",
    "\ufeff",
    "\ufffe",
    "\uffff",
    " ",
    "  ",
    "\u00a0",
    "=cmd",
    "+1",
    "-1",
    "@x",
    "#",
    "# x",
    "- ",
    ": ",
    "a: b",
    "&a",
    "*a",
    "!x",
    "|",
    ">",
    "%",
    "`",
    "{",
    "}",
    "[",
    "]",
    "😀",
    "👩‍👩‍👧",
    "עברית",
    "\u202eevil",
    "é",
    "e\u0301",
    "00123",
    "1e5",
    "1.50",
    "true",
    "null",
    "~",
    "no",
    "yes",
    "0x1F",
    "2020-01-01",
    "---",
    "...",
    "<<",
    "\\t",
    "\\u0041",
    "x",
    "ada"
  };

  private static final String[] JSON = {
    "{\"a\":[1.50,1e5,-0,true,null,\"00123\"]}",
    "\"text \\\" \\\\N\"",
    "[]",
    "{}",
    "1e5",
    "-0",
    "\"\"",
    "true",
    "[{\"no\":\"yes\"},[[\"\\u0001\\t\"]]]",
    "100000000000000000000000000000.000",
    "{\"\":0,\" x\":\"\\\\N\",\"1\":\"=cmd\"}"
  };

  /** A row as it is written. */
  private record Sample(@Nullable String one, @Nullable String two, @Nullable RawJson data) {}

  private static final List<Column<Sample>> COLUMNS =
      List.of(
          Column.of("username", sample -> sample.one),
          Column.of("desc", sample -> sample.two),
          Column.of("ext_data", sample -> sample.data));

  static Stream<InputFormat> formats() {
    return Stream.of(InputFormat.values());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatIsWrittenIsReadBack(InputFormat format) {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        RawJson data =
            random.nextInt(3) == 0 ? null : new RawJson(JSON[random.nextInt(JSON.length)]);
        samples.add(new Sample("u" + text(random), text(random), data));
      }
      check(format, samples, COLUMNS, "seed " + seed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPieceAloneAndInALoneColumn(InputFormat format) {
    for (String piece : PIECES) {
      Sample sample = new Sample(piece, piece, null);
      check(format, List.of(sample, sample), COLUMNS, piece);
      if (!piece.isBlank()) {
        check(format, List.of(sample, sample), COLUMNS.subList(0, 1), piece);
      }
    }
  }

  private static @Nullable String text(Random random) {
    if (random.nextInt(8) == 0) {
      return random.nextBoolean() ? null : "";
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static void check(
      InputFormat format, List<Sample> samples, List<Column<Sample>> columns, String what) {
    OutputFormat written = OutputFormat.named(format.word());
    var out = new ByteArrayOutputStream();
    try (Rows<Sample> rows = new Printer(out, Page.of(written, Look.PIPE)).many(columns)) {
      samples.forEach(rows::add);
    }
    ReadRows read = ReadRows.of("a." + format.word(), out.toByteArray());
    assertThat(read.problems()).as("%s %s\n%s", format, what, out).isEmpty();
    List<Map<String, @Nullable Object>> expected = new ArrayList<>();
    for (Sample sample : samples) {
      expected.add(expected(format, Column.object(columns, sample)));
    }
    List<Map<String, @Nullable Object>> actual = new ArrayList<>();
    for (Row row : read.rows()) {
      actual.add(comparable(row.cells()));
    }
    assertThat(actual).as("%s %s\n%s", format, what, out).isEqualTo(expected);
  }

  /** Cells cannot tell no value from an empty text; TSV says of no value that it clears. */
  private static Map<String, @Nullable Object> expected(
      InputFormat format, Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    row.forEach(
        (column, value) -> {
          Object raw = value instanceof RawJson json ? JsonText.compact(json.text()) : value;
          boolean left =
              switch (format) {
                case CSV -> raw == null || raw.equals("");
                case TSV -> raw != null && raw.equals("");
                case JSON, NDJSON, YAML -> false;
              };
          if (!left) {
            expected.put(column, raw);
          }
        });
    return expected;
  }

  private static Map<String, @Nullable Object> comparable(Map<String, @Nullable Object> cells) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>(cells);
    plain.computeIfPresent("ext_data", (_, value) -> JsonText.compact(value));
    return plain;
  }
}
