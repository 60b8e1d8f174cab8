package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one {@link Edit}. */
public sealed interface Outcome {
  /** The user was made. */
  record Created(Profile user, List<FieldChange> changes) implements Outcome {}

  /**
   * Fields, or the picture, were changed.
   *
   * @param changes what is different now, whether it was asked for or not
   * @param shortfall what was asked for and did not come about; {@code null} where all did
   * @param remarks what else the user should know
   */
  record Updated(
      Profile user,
      List<FieldChange> changes,
      Failure.@Nullable Partial shortfall,
      List<Message> remarks)
      implements Outcome {
    /** Copies the lists. */
    public Updated {
      changes = List.copyOf(changes);
      remarks = List.copyOf(remarks);
    }

    /** All that was asked for, and nothing else. */
    public Updated(Profile user, List<FieldChange> changes) {
      this(user, changes, null, List.of());
    }
  }

  /** Everything was as asked already. */
  record Unchanged(Profile user) implements Outcome {}

  /** The user was taken away; as it last was. */
  record Deleted(Profile user) implements Outcome {}

  /** Nothing was changed, for this reason. */
  record Failed(Failure failure) implements Outcome {}
}
