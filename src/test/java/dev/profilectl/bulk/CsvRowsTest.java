package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Invalid;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
  private static ReadRows csv(String text) {
    return ReadRows.of("a.csv", text);
  }

  @Test
  void quotesAndLineBreaksWithExactLines() {
    ReadRows read =
        csv(
            "a,b\r\n"
                + "1,\"x\"\"y,\r\n"
                + "z\"\r\n\n"
                + "\"2\",\"p\n"
                + "q\r"
                + "r\"\n"
                + "3,\"end\r"
                + "\"\n"
                + "4,\"\"\"\"\r"
                + "5,\"\n\n"
                + "\"\n"
                + "6,5\" disk");
    assertThat(read.lines()).containsExactly(2L, 5L, 8L, 10L, 11L, 14L);
    assertThat(read.cells())
        .extracting(cells -> cells.get("b"))
        .containsExactly("x\"y,\r\nz", "p\nq\rr", "end\r", "\"", "\n\n", "5\" disk");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void threeStates() {
    ReadRows read = csv("a,b,c,d,e\nx,,\\N,\\\\N,\"\"\n");
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    expected.put("a", "x");
    expected.put("c", null);
    expected.put("d", "\\N");
    assertThat(read.cells()).containsExactly(expected);
    assertThat(csv("a\n\\\\\\N\n\\n\n\\Nx\nN\n").cells())
        .extracting(cells -> cells.get("a"))
        .containsExactly("\\\\N", "\\n", "\\Nx", "N");
  }

  @ParameterizedTest
  @CsvSource({"';'", "','", "'\t'"})
  void separators(String sign) {
    ReadRows read = csv(String.join(sign, "a", "\"b,;,;,;\"", " c ") + "\n" + "1" + sign + "2\n");
    assertThat(read.cells()).isEqualTo(List.of(Map.of("a", "1", "b,;,;,;", "2")));
  }

  @Test
  void blankLinesAndShortRows() {
    ReadRows read = csv("\n\na,b,,\n\n   \n,,,,,\n1\n\n2,3,,,,\n");
    assertThat(read.lines()).containsExactly(7L, 9L);
    assertThat(read.cells()).isEqualTo(List.of(Map.of("a", "1"), Map.of("a", "2", "b", "3")));
    assertThat(csv("a\n \n").cells()).isEqualTo(List.of(Map.of("a", " ")));
  }

  @Test
  void oneRowTooLongLeavesTheOthers() {
    ReadRows read = csv("a,b\n1,2,3\n4,5\n6,7,\n8,9,x,y\n");
    assertThat(read.lines()).containsExactly(3L, 4L);
    assertThat(read.problems()).containsExactly("2 row cells", "5 row cells");
  }

  @Test
  void brokenQuotesEndIt() {
    ReadRows open = csv("a,b\n1,2\n3,\"4\n5,6\n");
    assertThat(open.lines()).containsExactly(2L);
    assertThat(open.problems()).containsExactly("3 input quote");
    assertThat(csv("a\n\"").problems()).containsExactly("2 input quote");
    assertThat(csv("a\n\"b\"\"").problems()).containsExactly("2 input quote");
    assertThat(csv("a\n\"b\"").cells()).isEqualTo(List.of(Map.of("a", "b")));

    ReadRows behind = csv("a,b\n1,\"x\ny\" z\n3,4\n");
    assertThat(behind.rows()).isEmpty();
    assertThat(behind.problems()).containsExactly("3 input after-quote");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b,a\n", "a,\" a \"\n", "a,,b\n", "\"a\n", "\"a\"b\n"})
  void wrongHeaders(String header) {
    assertThatThrownBy(() -> csv(header)).isInstanceOf(Invalid.class);
    Invalid wrong = (Invalid) failure(header);
    assertThat(ReadRows.told(wrong)).startsWith("1 input ");
  }

  private static Throwable failure(String header) {
    try {
      return new AssertionError(csv(header).toString());
    } catch (Invalid wrong) {
      return wrong;
    }
  }

  @Test
  void tooManyColumns() {
    String many = String.join(",", Arrays.asList(new String[1_000_000]));
    assertThat(ReadRows.told((Invalid) failure(many))).isEqualTo("1 input columns");
    assertThat(csv("a\n" + many + "\n").problems()).containsExactly("2 input columns");
    assertThat(ReadRows.of("a.tsv", "a\n" + many.replace(',', '\t')).problems())
        .containsExactly("2 input columns");
  }

  @Test
  void tsvUndoesOurEscapes() {
    ReadRows read =
        ReadRows.of(
            "a.tsv",
            "a\tb\tc\r\n"
                + "\\N\t\\t\\n"
                + "\\r"
                + "\\\\N\t\r\n"
                + "\t\n\n"
                + "\"x\t=1\t\\ud83d\\ude00\n"
                + "\\x\t1\n"
                + "\\\t\n"
                + "\\u12\t\n");
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    first.put("a", null);
    first.put("b", "\t\n\r\\N");
    assertThat(read.cells()).containsExactly(first, Map.of("a", "\"x", "b", "=1", "c", "😀"));
    assertThat(read.lines()).containsExactly(2L, 5L);
    assertThat(read.problems()).containsExactly("6 row escape", "7 row escape", "8 row escape");
  }
}
