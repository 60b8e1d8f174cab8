package dev.profilectl.output;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One format. Rows are written as they come where the format allows it.
 *
 * <p>How to add a format: a class here, a name in {@link OutputFormat} and its line in {@code
 * OutputFormat.writer}, the word in the reference of {@code -o}. It must be exact or reversible in
 * a pipe, send nothing to a terminal that {@code SafeText} would replace, say how it writes null,
 * and load no library before it is chosen.
 */
interface RowWriter {
  /**
   * Once, before the first row.
   *
   * @param headings a heading per member of every row, in order; empty for free-form objects
   */
  void begin(List<Heading> headings) throws IOException;

  /** One row: its members in the order of the headings. */
  void row(Map<String, @Nullable Object> row) throws IOException;

  /** Once, after the last row. */
  void end() throws IOException;
}
