package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import java.util.List;
import java.util.Optional;

/** Reads rows one at a time; memory does not grow with the file. */
public interface RowReader extends AutoCloseable {
  /** The columns, where the format has a header (CSV, TSV); else empty. */
  List<String> columns();

  /**
   * The next row; empty at the end.
   *
   * @throws Failure.Invalid for a record that cannot be read, with its {@code file} and {@code
   *     line} among the parameters of the problem. After {@code row-malformed} the next call gives
   *     the row behind it; after {@code input-malformed} nothing more can be read, and the next
   *     call is empty
   */
  Optional<Row> next();

  /** Closes the stream too. */
  @Override
  void close();
}
