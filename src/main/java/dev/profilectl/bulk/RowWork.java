package dev.profilectl.bulk;

/**
 * What the rows of a run mean.
 *
 * <p>To add a kind of run: implement this, and name it where runs are gone on with.
 */
public interface RowWork extends AutoCloseable {
  /** What is to be done for a row; a row says the same whenever it is asked. */
  Step step(RunRow row);

  /**
   * How many rows are begun together.
   *
   * @param usual of rows that take little room
   */
  default int together(int usual) {
    return usual;
  }

  @Override
  default void close() {}
}
