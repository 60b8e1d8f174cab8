package dev.profilectl.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.terminal.HostileText;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsvWriterTest {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");
  private static final Page TSV = Page.of(OutputFormat.TSV, Look.PIPE);

  @Test
  void writesEverything() {
    assertThat(Written.one(TSV, Written.EVERYTHING.toArray()))
        .isEqualTo(
            "a\tb\tc\td\te\tf\tg\th\ti\tj\tk\n"
                + "张三 \"A\\\\B\"\t\\N\t42\t-7000000000\t1.50\ttrue\t2026-01-02T03:04:05.000Z\t"
                + "{\"a\":1.0e2,\"b\":[null,0.10]}\t\"text\"\t[\"x\",1]\t{\"k\":\"v\"}\n");
  }

  @Test
  void escapesWhatWouldBreakALine() {
    assertThat(Written.one(TSV, "a\tb", "a\nb", "a\rb", "\\N", "\\t", ""))
        .isEqualTo("a\tb\tc\td\te\tf\na\\tb\ta\\nb\ta\\rb\t\\\\N\t\\\\t\t\n");
  }

  @Test
  void isExactInAPipeAndSafeOnATerminal() {
    assertThat(Written.one(TSV, "\u001b[1m\u202e\ud800")).isEqualTo("a\n\u001b[1m\u202e\\ud800\n");
    assertThat(Written.one(Page.of(OutputFormat.TSV, Written.TERMINAL), "\u001b\u202e\udb40\udc41"))
        .isEqualTo("a\n\\u001b\\u202e\\udb40\\udc41\n");
  }

  @Test
  void noHeadersWhereNotWanted() {
    Page bare = new Page(OutputFormat.TSV, Look.PIPE, false, List.of("b"));
    assertThat(Written.many(bare, 2, List.of("x", "y"))).isEqualTo("y\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsBackExactly(boolean terminal) {
    Random random = new Random(5);
    Page page = Page.of(OutputFormat.TSV, terminal ? Written.TERMINAL : Look.PIPE);
    for (int i = 0; i < 5_000; i++) {
      List<@Nullable String> row = Arrays.asList(HostileText.any(random), null, "\\N");
      String tsv = Written.many(page, 3, row);
      String line = tsv.substring(tsv.indexOf('\n') + 1, tsv.length() - 1);
      assertThat(line).doesNotContain("\n", "\r");
      assertThat(Arrays.stream(line.split("\t", -1)).map(TsvWriterTest::read).toList())
          .isEqualTo(row);
      if (terminal) {
        assertThat(HostileText.isHarmless(line.replace("\t", ""))).as(line).isTrue();
      }
    }
  }

  private static @Nullable String read(String cell) {
    if (cell.equals("\\N")) {
      return null;
    }
    return ESCAPE
        .matcher(cell)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    switch (found.group().charAt(1)) {
                      case 't' -> "\t";
                      case 'n' -> "\n";
                      case 'r' -> "\r";
                      case '\\' -> "\\";
                      default ->
                          Character.toString(Integer.parseInt(found.group().substring(2), 16));
                    }));
  }
}
