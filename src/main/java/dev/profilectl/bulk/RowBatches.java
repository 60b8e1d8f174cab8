package dev.profilectl.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes rows down, some at a time. */
public final class RowBatches implements Consumer<RunRow>, AutoCloseable {
  private static final int SOME = 1000;

  private final Journal journal;
  private final String run;
  private final List<RunRow> rows = new ArrayList<>();
  private long count;

  /** Of a run. */
  public RowBatches(Journal journal, String run) {
    this.journal = journal;
    this.run = run;
  }

  @Override
  public void accept(RunRow row) {
    rows.add(row);
    count++;
    if (rows.size() >= SOME) {
      close();
    }
  }

  /** How many there were. */
  public long count() {
    return count;
  }

  /** Writes down those that are left. */
  @Override
  public void close() {
    if (!rows.isEmpty()) {
      journal.add(run, List.copyOf(rows));
      rows.clear();
    }
  }
}
