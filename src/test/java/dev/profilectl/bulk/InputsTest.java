package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.bulk.Inputs.Choice;
import dev.profilectl.failure.Failure.Invalid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats, encodings and packing are recognised; damage is told with its line. */
class InputsTest {
  private static final String CSV = "username,city\nada,北京\n";
  private static final List<Map<String, Object>> ROWS =
      List.of(Map.of("username", "ada", "city", "北京"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people.csv | username | CSV",
        "people.CSV.gz | username | CSV",
        "people.tsv | username | TSV",
        "people.jsonl | {} | NDJSON",
        "people.ndjson | {} | NDJSON",
        "people.json | {} | JSON",
        "people.yml | username: ada | YAML",
        "people.yaml.gz | username: ada | YAML",
        "- | {\"username\": \"ada\"} | NDJSON",
        "- | { | JSON",
        "- | [ | JSON",
        "- | - username: ada | YAML",
        "- | --- | YAML",
        "- | username: ada | YAML",
        "- | username,city | CSV",
        "- | username;city | CSV",
        "- | username | CSV",
        "people | username\\tcity | TSV",
        "people.txt | \\n\\n  [ | JSON",
      })
  void byNameElseByContent(String name, String start, InputFormat format) {
    String text = start.replace("\\t", "\t").replace("\\n", "\n");
    assertThat(FormatGuess.of(name, text + "\n")).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void byMarkAndWithout(String name) throws IOException {
    Charset charset = Charset.forName(name);
    assertThat(ReadRows.of("a.csv", CSV.getBytes(charset)).cells()).isEqualTo(ROWS);
    byte[] marked = ("\ufeff" + CSV).getBytes(charset);
    assertThat(ReadRows.of("a.csv", marked).cells()).isEqualTo(ROWS);
    assertThat(ReadRows.of("-", packed(marked)).cells()).isEqualTo(ROWS);
    var chosen = new Choice("a.csv", null, charset);
    assertThat(ReadRows.of(new ByteArrayInputStream(marked), chosen).cells()).isEqualTo(ROWS);
  }

  @Test
  void othersByName() {
    byte[] bytes = CSV.getBytes(Charset.forName("GBK"));
    var chosen = new Choice("a.csv", null, Charset.forName("GBK"));
    assertThat(ReadRows.of(new ByteArrayInputStream(bytes), chosen).cells()).isEqualTo(ROWS);
    assertThat(ReadRows.of("a.csv", bytes).problems()).containsExactly("2 input encoding");
  }

  @Test
  void whatIsNoTextIsToldWithItsLineAfterTheRowsBefore() {
    byte[] bytes = "username\nada\nbob\nc\u00e9\neve\n".getBytes(StandardCharsets.ISO_8859_1);
    ReadRows read = ReadRows.of("a.csv", bytes);
    assertThat(read.lines()).containsExactly(2L, 3L);
    assertThat(read.problems()).containsExactly("4 input encoding");

    byte[] lone = "username\nada\n\ud800\n".getBytes(StandardCharsets.UTF_16LE);
    lone[lone.length - 3] = (byte) 0xd8;
    lone[lone.length - 4] = 0;
    assertThat(ReadRows.of("a.csv", lone).problems()).containsExactly("3 input encoding");
    byte[] odd = Arrays.copyOf(CSV.getBytes(StandardCharsets.UTF_16LE), 31);
    assertThat(ReadRows.of("a.csv", odd).problems()).containsExactly("2 input encoding");
  }

  @Test
  void aMarkInTheMiddleAndZerosAreText() {
    ReadRows read = ReadRows.of("a.csv", "username,city\n\ufeffada,a\0b\n");
    assertThat(read.cells()).isEqualTo(List.of(Map.of("username", "\ufeffada", "city", "a\0b")));
  }

  @Test
  void truncatedGzip() throws IOException {
    byte[] whole = packed(("username\n" + "ada\n".repeat(9)).getBytes(StandardCharsets.UTF_8));
    for (int length = 3; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThat(outcome(part)).as("%d bytes", length).contains("input gzip");
    }
    assertThat(ReadRows.of("a.csv", whole).rows()).hasSize(9);
  }

  private static String outcome(byte[] bytes) {
    try {
      return ReadRows.of("a.csv", bytes).problems().toString();
    } catch (Invalid wrong) {
      return ReadRows.told(wrong);
    }
  }

  @Test
  void emptyInputs() {
    for (String name : List.of("a.csv", "a.tsv", "a.json", "a.ndjson", "a.yaml", "-")) {
      assertThat(ReadRows.of(name, "").rows()).as(name).isEmpty();
      assertThat(ReadRows.of(name, "\ufeff").rows()).as(name).isEmpty();
      assertThat(ReadRows.of(name, "\n\n").rows()).as(name).isEmpty();
    }
  }

  @Test
  void aReaderFromElsewhereHasNoFormat() {
    try (RowReader other = new NdjsonRows(text(""))) {
      assertThatThrownBy(() -> Inputs.detected(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  static InputText text(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new InputText("a", new ByteArrayInputStream(bytes), new byte[0], StandardCharsets.UTF_8);
  }

  static byte[] packed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
