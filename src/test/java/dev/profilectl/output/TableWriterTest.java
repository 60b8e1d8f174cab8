package dev.profilectl.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.terminal.DisplayWidth;
import dev.profilectl.terminal.HostileText;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableWriterTest {
  private static Page table(@Nullable Integer width) {
    return Page.of(OutputFormat.TABLE, new Look(true, width, false));
  }

  @Test
  void alignsByDisplayWidth() {
    assertThat(
            Written.many(
                table(null),
                3,
                List.of("张三", 5, "London"),
                List.of("👩‍👩‍👧 x", 120, "北京"),
                Arrays.asList(null, null, "e\u0301\u001b[31m")))
        .isEqualTo(
            """
            A       B  C
            张三    5  London
            👩‍👩‍👧 x  120  北京
            -       -  e\u0301\\x1b[31m
            """);
  }

  @Test
  void isSafeInAPipeToo() {
    assertThat(Written.many(Page.of(OutputFormat.TABLE, Look.PIPE), 1, List.of("\u202ex\ny")))
        .isEqualTo("A\n\\u202ex\\ny\n");
  }

  @Test
  void cutsTheWidestTextsFirst() {
    assertThat(
            Written.many(
                table(30),
                3,
                List.of("ab", "the quick brown fox jumps", "over the lazy dog"),
                List.of("c", "x", "y")))
        .isEqualTo(
            """
            A   B             C
            ab  the quick b…  over the la…
            c   x             y
            """);
  }

  @Test
  void keepsIdsAndNumbersWhileItCan() {
    List<Column<String>> columns =
        List.of(
            Column.<String>of("id", row -> "ybndrfg8ejkmcpqxot1uwisza3").id(),
            Column.of("n", row -> 1_234_567),
            Column.of("text", row -> row));
    String written =
        Written.by(
            table(50),
            printer -> {
              try (Rows<String> rows = printer.many(columns)) {
                rows.add("the quick brown fox");
              }
            });
    assertThat(written)
        .isEqualTo(
            """
            ID                                N  TEXT
            ybndrfg8ejkmcpqxot1uwisza3  1234567  the quick br…
            """);
  }

  @Test
  void headersAreBoldWithColour() {
    Page page = Page.of(OutputFormat.TABLE, new Look(true, null, true));
    assertThat(Written.many(page, 2, List.of("x", "y")))
        .isEqualTo("\u001b[1mA  B\u001b[0m\nx  y\n");
  }

  @Test
  void listsAreWords() {
    assertThat(Written.many(table(null), 1, List.of(List.of("a", "b")))).isEqualTo("A\na, b\n");
    assertThat(Written.many(table(null), 1, List.of(List.of(List.of(1))))).isEqualTo("A\n[[1]]\n");
  }

  @Test
  void detailsStayOutUnlessAskedFor() {
    List<Column<String>> columns =
        List.of(Column.of("id", row -> row), Column.<String>of("oaid", row -> "o").detail());
    assertThat(Written.by(table(null), printer -> printer.many(columns).close())).isEqualTo("ID\n");
    Page chosen = new Page(OutputFormat.TABLE, Look.PIPE, true, List.of("oaid", "id"));
    assertThat(Written.by(chosen, printer -> printer.many(columns).close()))
        .isEqualTo("OAID  ID\n");
    assertThat(Written.by(table(null), printer -> printer.one(columns, "x")))
        .isEqualTo("id    x\noaid  o\n");
  }

  @Test
  void factsAreWrappedAtTheWidth() {
    assertThat(Written.one(table(20), "the quick brown fox", null, 7))
        .isEqualTo("a  the quick brown\n   fox\nb  -\nc  7\n");
    Page bare = new Page(OutputFormat.TABLE, Look.PIPE, false, List.of("a"));
    assertThat(Written.one(bare, "x  y")).isEqualTo("x  y\n");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    Random random = new Random(17);
    for (int i = 0; i < 2_000; i++) {
      int width = 1 + random.nextInt(60);
      List<Object> row =
          List.of(HostileText.any(random), random.nextLong(), HostileText.any(random), "ok");
      for (String text :
          List.of(Written.many(table(width), 4, row), Written.one(table(width), row.toArray()))) {
        for (String line : text.split("\n", -1)) {
          assertThat(DisplayWidth.of(line)).as(text).isLessThanOrEqualTo(width);
          assertThat(line).isEqualTo(line.stripTrailing());
          assertThat(HostileText.isHarmless(line)).as(line).isTrue();
        }
      }
    }
  }

  @Test
  void takesAMegabyteInACell() {
    String huge = "张\u001b".repeat(300_000);
    assertThat(Written.many(table(20), 2, List.of("x", huge)))
        .isEqualTo("A  B\nx  张\\x1b张\\x1b张\\x…\n");
  }
}
