package dev.profilectl.bulk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many rows of a run are in which state.
 *
 * @param rows the number, by state; none is left out that is not 0
 * @param kinds the kinds of all failures, as {@code Failure.kind} has them
 */
public record Counts(Map<RowState, Long> rows, Set<String> kinds) {
  /** Copies the collections. */
  public Counts {
    rows =
        Collections.unmodifiableMap(
            rows.isEmpty() ? new EnumMap<>(RowState.class) : new EnumMap<>(rows));
    kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
  }

  /** The number of rows in these states. */
  public long of(RowState... states) {
    long sum = 0;
    for (RowState state : states) {
      sum += rows.getOrDefault(state, 0L);
    }
    return sum;
  }

  /** The number of all rows. */
  public long all() {
    return of(RowState.values());
  }

  /** Rows that something was done for, or nothing had to be. */
  public long good() {
    return of(RowState.CREATED, RowState.CHANGED, RowState.DELETED, RowState.UNCHANGED);
  }

  /** Rows whose turn has not come, or of which it is not known what became of them. */
  public long left() {
    return of(RowState.PENDING, RowState.STARTED);
  }
}
