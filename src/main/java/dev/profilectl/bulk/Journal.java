package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Replacement;
import dev.profilectl.profile.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where runs are written down, each row before it is acted on, so that a run can be gone on with
 * after anything, and be undone. What a method was told is durable when it returns.
 *
 * <p>Methods throw {@link Failure} and nothing else a user could cause.
 */
public interface Journal extends AutoCloseable {
  /** Writes a new run down; {@link RunState#READING} or {@link RunState#RUNNING}. */
  void begin(Run run);

  /** Adds rows to a run; they are pending. */
  void add(String run, List<RunRow> rows);

  /** Notes what became of rows. */
  void mark(String run, List<Mark> marks);

  /** Notes how far the run is. */
  void set(String run, RunState state);

  /** Forgets a run of which nothing was done. */
  void drop(String run);

  /**
   * Takes a run for this process.
   *
   * @throws Failure.Conflict where another process that is still there is at it
   */
  void claim(String run);

  /** The run of an id. */
  Optional<Run> find(String run);

  /**
   * The newest runs, newest first.
   *
   * @param most how many; at least 1
   */
  List<RunSummary> newest(int most);

  /** How many rows of a run are in which state. */
  Counts counts(String run);

  /**
   * Some rows of a run, in order.
   *
   * @param after those with a higher {@code seq}
   * @param most how many at most; fewer come, but for the end never none, where rows are very
   *     large, unless all are asked for by {@link Integer#MAX_VALUE}
   */
  List<RowRecord> rows(String run, long after, int most);

  /** As {@link #rows}, but only those that are left: pending, or started. */
  List<RowRecord> left(String run, long after, int most);

  /** Two rows of a run that are about the same user, as far as it is known whom rows are about. */
  Optional<Twins> twins(String run);

  /** Makes the rows that failed pending again; those that could not be read stay as they are. */
  long again(String run);

  /** Keeps the picture that a run replaces; of one user in one run the first stays. */
  void keep(String run, Replacement replacement);

  /** The picture of a user that a run replaced; empty where none is kept. */
  Optional<Replacement> replaced(String run, UserId user);

  /** What a run did, one user at a time. Nothing must be changed meanwhile but this journal. */
  void changes(String run, Consumer<RunChange> each);

  @Override
  void close();
}
