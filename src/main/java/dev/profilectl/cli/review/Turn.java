package dev.profilectl.cli.review;

import java.util.List;

/**
 * What comes of an event.
 *
 * @param review where the review is now
 * @param tasks what is to be done, in this order
 */
public record Turn(Review review, List<Task> tasks) {
  /** Copies the tasks. */
  public Turn {
    tasks = List.copyOf(tasks);
  }

  static Turn of(Review review, Task... tasks) {
    return new Turn(review, List.of(tasks));
  }
}
