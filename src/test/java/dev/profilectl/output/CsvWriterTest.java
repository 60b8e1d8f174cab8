package dev.profilectl.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.terminal.HostileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvWriterTest {
  private static final Page CSV = Page.of(OutputFormat.CSV, Look.PIPE);

  @Test
  void writesEverything() {
    assertThat(Written.one(CSV, Written.EVERYTHING.toArray()))
        .isEqualTo(
            "a,b,c,d,e,f,g,h,i,j,k\n"
                + "\"张三 \"\"A\\B\"\"\",,42,-7000000000,1.50,true,2026-01-02T03:04:05.000Z,"
                + "\"{\"\"a\"\":1.0e2,\"\"b\"\":[null,0.10]}\",\"\"\"text\"\"\",\"[\"\"x\"\",1]\","
                + "\"{\"\"k\"\":\"\"v\"\"}\"\n");
  }

  @Test
  void quotesWhatNeedsIt() {
    assertThat(Written.one(CSV, "x,y", "x\ny", "x\ry", "'x'", " x ", "\ufeffx"))
        .isEqualTo("a,b,c,d,e,f\n\"x,y\",\"x\ny\",\"x\ry\",'x', x ,\"\ufeffx\"\n");
  }

  @Test
  void aLoneEmptyCellIsNoEmptyLine() {
    assertThat(Written.many(CSV, 1, java.util.Collections.singletonList(null)))
        .isEqualTo("a\n\"\"\n");
  }

  @Test
  void noRowsIsTheHeader() {
    assertThat(Written.many(CSV, 2)).isEqualTo("a,b\n");
    assertThat(Written.many(new Page(OutputFormat.CSV, Look.PIPE, false, List.of()), 2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "\\N, \\\\N",
    "\\\\N, \\\\\\N",
    "N, N",
    "\\, \\",
    "\\NN, \\NN",
    "x\\N, x\\N",
    "\\n, \\n"
  })
  void aTextThatWouldClearGetsABackslash(String text, String cell) {
    assertThat(Written.one(CSV, text)).isEqualTo("a\n" + cell + "\n");
  }

  @Test
  void onATerminalNothingIsSent() {
    assertThat(Written.one(Page.of(OutputFormat.CSV, Written.TERMINAL), "\u001b[2J,x\n张"))
        .isEqualTo("a\n\"\\x1b[2J,x\\n张\"\n");
  }

  @Test
  void readsBackExactly() {
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      String x = Text.withoutLoneSurrogates(HostileText.any(random));
      String y = Text.withoutLoneSurrogates(HostileText.any(random));
      List<List<String>> read = read(Written.many(CSV, 2, List.of(x, y), List.of(y, x)));
      assertThat(read).containsExactly(List.of("a", "b"), List.of(x, y), List.of(y, x));
    }
  }

  /** RFC 4180 with one line feed a row, then the rule of the leading backslash. */
  private static List<List<String>> read(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        String text = cell.toString();
        row.add(text.matches("\\\\{2,}N") ? text.substring(1) : text);
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    assertThat(row).isEmpty();
    return rows;
  }
}
