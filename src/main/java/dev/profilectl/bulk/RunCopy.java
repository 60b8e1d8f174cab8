package dev.profilectl.bulk;

import java.util.List;

/** Copies a run from one journal to another, so that going on with it can be tried out. */
public final class RunCopy {
  private static final int SOME = 1000;

  private RunCopy() {}

  /** Copies the run and its rows, with what became of them. */
  public static void copy(Run run, Journal from, Journal to) {
    to.begin(run);
    List<RowRecord> some = from.rows(run.id(), 0, SOME);
    while (!some.isEmpty()) {
      to.add(run.id(), some.stream().map(RowRecord::row).toList());
      to.mark(run.id(), some.stream().map(RunCopy::mark).toList());
      some = from.rows(run.id(), some.getLast().row().seq(), SOME);
    }
  }

  private static Mark mark(RowRecord record) {
    RunRow row = record.row();
    return new Mark(row.seq(), record.state(), row.user(), record.changes(), record.trouble());
  }
}
