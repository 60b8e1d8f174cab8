package dev.profilectl.output;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import dev.profilectl.terminal.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one command's result to standard output, in the format asked for. What it writes is
 * complete and flushed when a method returns or {@link Rows} is closed.
 *
 * <p>Every method throws {@link ClosedPipe} where nobody reads any more and {@code Failure.Fault}
 * where the output cannot be written.
 */
public final class Printer {
  private final TextOut out;
  private final Page page;
  private boolean broken;

  /**
   * A printer onto a stream.
   *
   * @param out a stream that reports its errors (no {@code PrintStream}, which swallows them); is
   *     buffered here, flushed, and never closed
   */
  public Printer(OutputStream out, Page page) {
    this.out = new TextOut(out);
    this.page = page;
  }

  /** How it writes. */
  public Page page() {
    return page;
  }

  /** Whether {@link #object} and {@link #objects} can be used, else rows are to be written. */
  public boolean structured() {
    return page.format().structured();
  }

  /**
   * Begins many rows: an array in JSON and YAML, also of none or one.
   *
   * @throws Failure.Usage for a field of {@code --fields} that no column has, before anything is
   *     written
   */
  public <T> Rows<T> many(List<Column<T>> columns) {
    return begin(columns, false);
  }

  /** Writes exactly one object, given plainly: an object in JSON and YAML, facts in a table. */
  public <T> void one(List<Column<T>> columns, T row) {
    try (Rows<T> rows = begin(columns, true)) {
      rows.add(row);
    }
  }

  /**
   * Begins many free-form objects. Only where {@link #structured}; {@code --fields} is not used.
   */
  public Rows<Map<String, @Nullable Object>> objects() {
    return freeForm(false);
  }

  /** Writes one free-form object. Only where {@link #structured}; {@code --fields} is not used. */
  public void object(Map<String, @Nullable Object> object) {
    try (Rows<Map<String, @Nullable Object>> rows = freeForm(true)) {
      rows.add(object);
    }
  }

  /** Writes one bare line, made safe on a terminal: an id, a sentence that is the result. */
  public void line(String text) {
    attempt(
        () -> {
          out.write(page.look().terminal() ? SafeText.visible(text) : text).write("\n").flush();
        });
  }

  /** Writes lines of our own drawing as they are, colour sequences included. */
  public void drawn(List<String> lines) {
    attempt(
        () -> {
          for (String line : lines) {
            out.write(line).write("\n");
          }
          out.flush();
        });
  }

  /** Writes a drawing of our own as it is, escapes and ends of lines included. */
  public void drawn(String drawing) {
    attempt(() -> out.write(drawing).flush());
  }

  /** The facts {@link #one} would show as a table, as safe lines no wider than {@code width}. */
  public <T> List<String> facts(List<Column<T>> columns, T row, @Nullable Integer width) {
    Look look = page.look();
    return new Facts(new Look(look.terminal(), width, look.styled()), page.headers())
        .lines(Column.object(select(columns, true), row), titles(columns));
  }

  /**
   * The columns {@code --fields} chose, in its order, else those that this format shows by itself.
   *
   * @param one whether exactly one object is shown
   * @throws Failure.Usage for a field that no column has
   */
  public <T> List<Column<T>> select(List<Column<T>> columns, boolean one) {
    if (page.fields().isEmpty()) {
      boolean brief = page.format() == OutputFormat.TABLE && !one;
      return columns.stream().filter(c -> !brief || c.use() != Column.Use.DETAIL).toList();
    }
    Map<String, Column<T>> byKey = new LinkedHashMap<>();
    columns.forEach(column -> byKey.put(column.key(), column));
    return page.fields().stream()
        .distinct()
        .map(
            key -> {
              Column<T> column = byKey.get(key);
              if (column == null) {
                throw unknown(key, List.copyOf(byKey.keySet()));
              }
              return column;
            })
        .toList();
  }

  private static Failure unknown(String key, List<String> known) {
    String all = String.join(", ", known);
    if (key.isEmpty()) {
      return new Failure.Usage(Message.of("output.no-field", all));
    }
    return new Failure.Usage(
        Nearest.to(key, known)
            .map(near -> Message.of("output.unknown-field-near", key, near, all))
            .orElseGet(() -> Message.of("output.unknown-field", key, all)));
  }

  private static Map<String, String> titles(List<? extends Column<?>> columns) {
    Map<String, String> titles = new LinkedHashMap<>();
    columns.forEach(column -> titles.put(column.key(), column.header()));
    return titles;
  }

  private <T> Rows<T> begin(List<Column<T>> columns, boolean one) {
    List<Column<T>> chosen = select(columns, one);
    List<Column<T>> written = page.format() == OutputFormat.ID ? columns : chosen;
    RowWriter writer = page.format().writer(out, page, one);
    attempt(() -> writer.begin(written.stream().map(Heading::of).toList()));
    return new Rows<>(this, writer, row -> Column.object(written, row));
  }

  private Rows<Map<String, @Nullable Object>> freeForm(boolean one) {
    if (!structured()) {
      throw new IllegalStateException(page.format() + " has no free-form objects");
    }
    RowWriter writer = page.format().writer(out, page, one);
    attempt(() -> writer.begin(List.of()));
    return new Rows<>(this, writer, object -> object);
  }

  boolean eager() {
    return page.look().terminal();
  }

  boolean broken() {
    return broken;
  }

  void flushOut() throws IOException {
    out.flush();
  }

  void attempt(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      broken = true;
      throw RawOut.failed(e);
    }
  }

  /** Something that writes. */
  @FunctionalInterface
  interface Writing {
    void write() throws IOException;
  }
}
