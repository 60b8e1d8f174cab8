package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.Cells;
import dev.profilectl.bulk.InputFormat;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.RowRecord;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.Trouble;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.Literal;
import dev.profilectl.output.Look;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Page;
import dev.profilectl.output.Printer;
import dev.profilectl.output.RawJson;
import dev.profilectl.output.Rows;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files that a run leaves: what became of every row, and the rows that failed. */
final class RunReports {
  private static final int SOME = 1000;

  /** Columns of an earlier rejection are not written twice. */
  private static final List<String> WHY = List.of("error_code", "error_message");

  private final Session session;
  private final Journal journal;
  private final Run run;

  /** Of a run. */
  RunReports(Session session, Journal journal, Run run) {
    this.session = session;
    this.journal = journal;
    this.run = run;
  }

  /** Refuses a report whose name does not say how to write it. */
  static void checkName(@Nullable String name) {
    if (name != null && !name.matches("(?i).*\\.(ndjson|csv|xml)")) {
      throw new Usage(Message.of("bulk.report-name", name));
    }
  }

  /** Writes what became of every row, in the format that the name says. */
  void report(String name) {
    if (name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
      WholeFile.write(session, name, out -> new JunitReport(run).write(out, this::each));
      return;
    }
    boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
    WholeFile.write(
        session,
        name,
        out -> {
          try (Rows<RowRecord> rows =
              printer(out, csv ? OutputFormat.CSV : OutputFormat.NDJSON).many(columns())) {
            each(rows::add);
          }
        });
  }

  private List<Column<RowRecord>> columns() {
    String file = run.settings().get("file");
    return List.of(
        Column.of("file", _ -> file),
        Column.of("line", record -> record.row().place()),
        Column.of("key", record -> record.row().key()),
        Column.of("id", record -> record.row().user() == null ? null : record.row().user().text()),
        Column.of("outcome", record -> record.state().word()),
        Column.of("kind", record -> trouble(record, Trouble::kind)),
        Column.of("code", record -> trouble(record, Trouble::code)),
        Column.of("message", record -> trouble(record, Trouble::message)));
  }

  private static @Nullable String trouble(
      RowRecord record, Function<Trouble, @Nullable String> part) {
    return record.trouble() == null ? null : part.apply(record.trouble());
  }

  private static Printer printer(OutputStream out, OutputFormat format) {
    return new Printer(out, Page.of(format, new Look(false, null, false)));
  }

  private void each(Consumer<RowRecord> use) {
    long after = 0;
    for (List<RowRecord> some = journal.rows(run.id(), after, SOME); !some.isEmpty(); ) {
      some.forEach(use);
      after = some.getLast().row().seq();
      some = journal.rows(run.id(), after, SOME);
    }
  }

  /** Writes the rows that failed as the input had them; those that could not be read are told. */
  void rejects(String name) {
    OutputFormat format = OutputFormat.named(formatOfRejects(name));
    long[] unreadable = {0};
    boolean[] secrets = {false};
    WholeFile.write(
        session,
        name,
        out -> {
          try (Rejected rejected = new Rejected(printer(out, format), format)) {
            each(
                record -> {
                  String cells = record.row().cells();
                  if (record.state() == RowState.FAILED && cells != null) {
                    secrets[0] |= rejected.add(Cells.of(cells), record.trouble());
                  } else if (record.state() == RowState.FAILED) {
                    unreadable[0]++;
                  }
                });
          }
        });
    if (unreadable[0] > 0) {
      session.note(Message.of("bulk.rejects-unreadable", name, unreadable[0]));
    }
    if (secrets[0]) {
      session.note(Message.of("bulk.rejects-secrets", name));
    }
  }

  /** That of the input; of files that are no rows, the one that the name says, else CSV. */
  private String formatOfRejects(String name) {
    String format = run.settings().get("format");
    if (format != null) {
      return format;
    }
    if (!run.settings().containsKey("columns")) {
      return OutputFormat.NDJSON.word();
    }
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return InputFormat.of(end).map(InputFormat::word).orElse(OutputFormat.CSV.word());
  }

  /** What is wrong with a row stands in two more columns, which an import passes over. */
  private final class Rejected implements AutoCloseable {
    private final boolean tabular;
    private final Rows<Map<String, @Nullable Object>> rows;

    Rejected(Printer printer, OutputFormat format) {
      tabular = format == OutputFormat.CSV || format == OutputFormat.TSV;
      rows = tabular ? printer.many(cellColumns(format)) : printer.objects();
    }

    private List<Column<Map<String, @Nullable Object>>> cellColumns(OutputFormat format) {
      List<String> names = new ArrayList<>();
      for (String name : run.settings().getOrDefault("columns", "").split("\n", -1)) {
        if (!WHY.contains(name)) {
          names.add(name);
        }
      }
      names.addAll(WHY);
      Object clear = format == OutputFormat.CSV ? Literal.CLEAR : null;
      return names.stream()
          .map(
              name ->
                  Column.<Map<String, @Nullable Object>>of(
                      name,
                      row -> {
                        Object value = row.get(name);
                        boolean absent = value == null && !row.containsKey(name);
                        return absent ? "" : value == null ? clear : value;
                      }))
          .toList();
    }

    /** Whether secrets had to be left out. */
    boolean add(Map<String, @Nullable Object> cells, @Nullable Trouble trouble) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      boolean secrets = false;
      for (Map.Entry<String, @Nullable Object> cell : cells.entrySet()) {
        if (Cells.isMark(cell.getKey())) {
          secrets = true;
        } else if (!WHY.contains(cell.getKey())) {
          row.put(cell.getKey(), shown(cell.getValue()));
        }
      }
      row.put("error_code", trouble == null ? null : code(trouble));
      row.put("error_message", trouble == null ? null : trouble.message());
      rows.add(row);
      return secrets;
    }

    private String code(Trouble trouble) {
      return Objects.requireNonNullElse(trouble.code(), trouble.kind());
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  /** Numbers keep their spelling. */
  private static @Nullable Object shown(@Nullable Object value) {
    return switch (value) {
      case Number number -> new RawJson(number.toString());
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        map.forEach((name, member) -> shown.put(String.valueOf(name), shown(member)));
        yield shown;
      }
      case List<?> list -> {
        List<@Nullable Object> shown = new ArrayList<>();
        list.forEach(element -> shown.add(shown(element)));
        yield shown;
      }
      case null, default -> value;
    };
  }
}
