package dev.profilectl.output;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows being written. Closing ends the output so that it is valid whatever happened in between; it
 * must be closed once, and is so by try-with-resources.
 *
 * <p>Every method throws {@link ClosedPipe} where nobody reads any more and {@code Failure.Fault}
 * where the output cannot be written; after either, closing does nothing.
 *
 * @param <T> what a row is made from
 */
public final class Rows<T> implements AutoCloseable {
  private final Printer printer;
  private final RowWriter writer;
  private final Function<T, Map<String, @Nullable Object>> object;
  private boolean done;

  Rows(Printer printer, RowWriter writer, Function<T, Map<String, @Nullable Object>> object) {
    this.printer = printer;
    this.writer = writer;
    this.object = object;
  }

  /** Writes one row; on a terminal it is seen at once where the format streams. */
  public void add(T row) {
    attempt(() -> writer.row(object.apply(row)));
    if (printer.eager()) {
      flush();
    }
  }

  /** Sends what was written so far to its reader. */
  public void flush() {
    attempt(printer::flushOut);
  }

  @Override
  public void close() {
    if (!done) {
      done = true;
      printer.attempt(
          () -> {
            writer.end();
            printer.flushOut();
          });
    }
  }

  private void attempt(Printer.Writing writing) {
    boolean written = false;
    try {
      printer.attempt(writing);
      written = true;
    } finally {
      done |= !written && printer.broken();
    }
  }
}
