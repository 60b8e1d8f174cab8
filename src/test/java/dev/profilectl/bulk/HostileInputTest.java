package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.bulk.Inputs.Choice;
import dev.profilectl.failure.Failure.Invalid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs made to fill the memory are refused before they do. */
class HostileInputTest {
  private static final long HUNDRED_MIB = 100L << 20;

  /** A start, then the same bytes for as long as is asked. */
  private static InputStream endless(String start, String again, long bytes) {
    byte[] head = start.getBytes(StandardCharsets.UTF_8);
    byte[] body = again.getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        if (at >= bytes) {
          return -1;
        }
        long behind = at++ - head.length;
        return behind < 0 ? head[(int) at - 1] : body[(int) (behind % body.length)] & 0xff;
      }

      @Override
      public int read(byte[] to, int offset, int length) {
        int count = 0;
        for (int c = 0; count < length && c >= 0; count += c < 0 ? 0 : 1) {
          c = read();
          to[offset + count] = (byte) c;
        }
        return count == 0 && length > 0 ? -1 : count;
      }
    };
  }

  private static String outcome(InputStream in, String name) {
    try {
      ReadRows read = ReadRows.of(in, new Choice(name, null, null));
      return read.rows().size() + " rows " + read.problems();
    } catch (Invalid wrong) {
      return "header " + ReadRows.told(wrong);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.csv | `a\\n1\\n\"` | x | 1 rows [3 input long]",
        "a.csv | `a\\n1\\n\"` | `\\n` | 1 rows [3 input long]",
        "a.csv | `a\\n1\\n` | x | 1 rows [3 input long]",
        "a.csv | `a` | b | header 1 input long",
        "a.csv | `a` | `,b` | header 1 input columns",
        "a.tsv | `a\\n1\\n` | x | 1 rows [3 input long]",
        "a.ndjson | `{}\\n{\"a\":\"` | x | 1 rows [2 input long]",
        "a.json | `[{},\\n{\"a\":\"` | x | 1 rows [2 input long]",
        "a.json | `[{},\\n{\"a\":[` | `1,` | 1 rows [2 input long]",
        "a.json | `[{},\\n{\"a\":` | 9 | 1 rows [2 input long]",
        "a.json | `[{},\\n{\"` | x | 1 rows [2 input long]",
        "a.json | `[{},\\n` | [ | 1 rows [2 input deep]",
        "a.yaml | `- a: 1\\n- b: \"` | x | 1 rows [2 input long]",
        "a.yaml | `- a: 1\\n- b: ` | x | 1 rows [2 input long]",
        "a.yaml | `- a: 1\\n- b: ` | [ | 1 rows [2 input deep]",
      })
  void recordsWithoutEnd(String name, String start, String again, String outcome) {
    String head = start.replace("\\n", "\n");
    String body = again.replace("\\n", "\n");
    assertThat(outcome(endless(head, body, HUNDRED_MIB), name)).isEqualTo(outcome);
  }

  @Test
  void manyValuesAreDroppedButTheNextRowIsRead() {
    String many = "{\"a\":[" + "1,".repeat(200_000) + "1]}\n{\"a\":1}\n";
    for (String name : new String[] {"a.ndjson", "a.json"}) {
      String text = name.equals("a.json") ? "[" + many.replace("}\n{", "},\n{") + "]" : many;
      ReadRows read = ReadRows.of(name, text);
      assertThat(read.problems()).containsExactly("1 row large");
      assertThat(read.lines()).containsExactly(2L);
    }
  }

  @Test
  void zerosInGzip() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 1000; i++) {
        gzip.write(zeros);
      }
    }
    for (String name : new String[] {"a.csv", "a.tsv", "a.ndjson", "-"}) {
      assertThat(outcome(new ByteArrayInputStream(packed.toByteArray()), name)).contains("long");
    }
  }

  @Test
  void memoryDoesNotGrowWithTheFile() {
    String row = "ada,\"x, y\",\\N\n";
    long rows = 0;
    long before = used();
    Choice choice = new Choice("a.csv", null, null);
    try (RowReader reader =
        Inputs.open(endless("a,b,c\n", row, 6L + row.length() * 400_000L), choice)) {
      while (reader.next().isPresent()) {
        rows++;
      }
    }
    assertThat(rows).isEqualTo(400_000);
    assertThat(used() - before).isLessThan(32 << 20);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
