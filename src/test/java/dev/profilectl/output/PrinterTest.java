package dev.profilectl.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {
  private static final List<Column<String>> COLUMNS =
      List.of(
          Column.of("nickname", row -> "nick " + row),
          Column.of("id", row -> row),
          Column.of("city", row -> null));

  private static Page page(OutputFormat format, String fields) {
    return new Page(format, Look.PIPE, true, Page.fields(fields));
  }

  @Test
  void fieldsSelectAndOrder() {
    assertThat(
            Written.by(
                page(OutputFormat.CSV, "id, nickname ,id"), printer -> printer.one(COLUMNS, "a1")))
        .isEqualTo("id,nickname\na1,nick a1\n");
    assertThat(Written.by(page(OutputFormat.NDJSON, "city"), printer -> printer.one(COLUMNS, "a1")))
        .isEqualTo("{\"city\":null}\n");
  }

  @Test
  void anUnknownFieldIsNamedBeforeAnythingIsWritten() {
    assertThatThrownBy(
            () -> Written.by(page(OutputFormat.JSON, "id,nicknme"), p -> p.one(COLUMNS, "a1")))
        .isInstanceOf(Failure.Usage.class)
        .hasMessage(
            "there is no field nicknme here, did you mean nickname? The fields are"
                + " nickname, id, city");
    assertThatThrownBy(() -> Written.by(page(OutputFormat.CSV, "zzz"), p -> p.many(COLUMNS)))
        .hasMessage("there is no field zzz here; the fields are nickname, id, city");
    assertThatThrownBy(() -> Written.by(page(OutputFormat.CSV, ""), p -> p.many(COLUMNS)))
        .hasMessage("--fields names no field; the fields are nickname, id, city");
  }

  @Test
  void idsAreBareWhateverTheFields() {
    assertThat(
            Written.by(
                page(OutputFormat.ID, "city"),
                printer -> {
                  try (Rows<String> rows = printer.many(COLUMNS)) {
                    rows.add("a1");
                    rows.add("b2");
                  }
                }))
        .isEqualTo("a1\nb2\n");
    Page ids = Page.of(OutputFormat.ID, Look.PIPE);
    List<Column<String>> named = List.of(Column.<String>of("name", row -> row).id());
    assertThat(Written.by(ids, printer -> printer.one(named, "shop"))).isEqualTo("shop\n");
    List<Column<String>> without = List.of(Column.of("field", row -> row));
    assertThatThrownBy(() -> Written.by(ids, printer -> printer.one(without, "x")))
        .isInstanceOf(Failure.Usage.class)
        .hasMessage("these rows have no id to print; use another --output");
  }

  @Test
  void formatsAreFoundByName() {
    assertThat(OutputFormat.named("ndjson")).isEqualTo(OutputFormat.NDJSON);
    assertThatThrownBy(() -> OutputFormat.named("jsn"))
        .hasMessage(
            "jsn is no output format, did you mean json? The formats are"
                + " table, json, ndjson, csv, tsv, yaml, id");
    assertThatThrownBy(() -> OutputFormat.named("xml2"))
        .hasMessageStartingWith("xml2 is no output format; use one of table");
    assertThat(OutputFormat.standard(true)).isEqualTo(OutputFormat.TABLE);
    assertThat(OutputFormat.standard(false)).isEqualTo(OutputFormat.TSV);
  }

  @Test
  void linesAreSafeOnATerminal() {
    Page terminal = Page.of(OutputFormat.TABLE, Written.TERMINAL);
    assertThat(Written.by(terminal, printer -> printer.line("id\u001b"))).isEqualTo("id\\x1b\n");
    assertThat(Written.by(terminal, printer -> printer.drawn(List.of("\u001b[1m▀\u001b[0m"))))
        .isEqualTo("\u001b[1m▀\u001b[0m\n");
    assertThat(
            Written.by(
                terminal,
                p ->
                    assertThat(p.facts(COLUMNS, "a", 12))
                        .containsExactly("nickn…  nick", "        a", "id      a", "city    -")))
        .isEmpty();
  }

  @Test
  void timesHaveExactlyThreeDecimals() {
    assertThat(Text.time(Instant.parse("2026-01-02T03:04:05.123456Z")))
        .isEqualTo("2026-01-02T03:04:05.123Z");
    assertThat(Text.time(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void aGoneReaderIsNoFault(OutputFormat format) {
    assertThatThrownBy(() -> write(format, "Broken pipe")).isInstanceOf(ClosedPipe.class);
    assertThatThrownBy(() -> write(format, "断开的管道")).isInstanceOf(ClosedPipe.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Input/output error"})
  void aFullDiskIs(String told) {
    assertThatThrownBy(() -> write(OutputFormat.TSV, told))
        .isInstanceOf(Failure.Fault.class)
        .hasMessage("the output cannot be written: " + told)
        .hasNoSuppressedExceptions();
  }

  @Test
  void rowsWrittenBeforeAFailureStayValid() {
    assertThat(
            Written.by(
                Page.of(OutputFormat.JSON, Look.PIPE),
                printer -> {
                  try (Rows<String> rows = printer.many(List.of(Column.of("id", row -> row)))) {
                    rows.add("a");
                    throw new IllegalStateException();
                  } catch (IllegalStateException e) {
                    assertThat(e.getSuppressed()).isEmpty();
                  }
                }))
        .isEqualTo("[\n  {\n    \"id\": \"a\"\n  }\n]\n");
  }

  /** More than any buffer holds, into a stream that fails. */
  private static void write(OutputFormat format, String told) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(told);
          }
        };
    Printer printer = new Printer(broken, Page.of(format, Look.PIPE));
    try (Rows<String> rows = printer.many(COLUMNS)) {
      for (int i = 0; i < 5_000; i++) {
        rows.add("id" + i);
      }
    }
  }
}
