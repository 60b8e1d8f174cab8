package dev.profilectl.bulk;

import dev.profilectl.profile.Profile;
import org.jspecify.annotations.Nullable;

/** A row as far as it was thought through. */
final class Thought {
  private final RowRecord record;
  private Step step;
  private @Nullable Profile found;

  Thought(RowRecord record, Step step) {
    this.record = record;
    this.step = step;
  }

  /** The row. */
  RowRecord record() {
    return record;
  }

  /** What is to be done next. */
  Step step() {
    return step;
  }

  /** The user whom it is about; {@code null} where nobody looked, or nobody was found. */
  @Nullable Profile found() {
    return found;
  }

  /** Goes on from an answer. */
  void go(Step next, @Nullable Profile user) {
    step = next;
    found = user;
  }
}
