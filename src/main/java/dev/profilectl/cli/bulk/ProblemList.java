package dev.profilectl.cli.bulk;

import dev.profilectl.cli.Session;
import dev.profilectl.failure.Message;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Tells problems as they are found: the first of them as sentences on standard error, or every one
 * as a row of the result.
 */
final class ProblemList implements AutoCloseable {
  private static final long MOST_SENTENCES = 100;

  private final Session session;
  private final @Nullable Rows<RowProblem> rows;
  private long count;
  private String firstCode = "";

  ProblemList(Session session) {
    this.session = session;
    this.rows =
        session.format() == OutputFormat.TABLE
            ? null
            : session.printer().many(RowProblem.columns(session.locale()));
  }

  void add(RowProblem problem) {
    count++;
    firstCode = count == 1 ? problem.problem().code() : firstCode;
    if (rows != null) {
      rows.add(problem);
    } else if (count <= MOST_SENTENCES) {
      session.workspace().channels().err().println(problem.sentence(session.locale()));
    }
  }

  long count() {
    return count;
  }

  /** Ends the result, and says how many problems were not told. */
  @Override
  public void close() {
    if (rows != null) {
      rows.close();
    } else if (count > 0) {
      if (count > MOST_SENTENCES) {
        session.note(Message.of("bulk.more-problems", count - MOST_SENTENCES));
      }
      session.note(Message.of("hint.code-of-one", firstCode));
    }
  }
}
