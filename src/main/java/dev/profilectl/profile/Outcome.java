package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import java.util.List;

/** What became of one {@link Edit}. */
public sealed interface Outcome {
  /** The user was made. */
  record Created(Profile user, List<FieldChange> changes) implements Outcome {}

  /** Fields, or the picture, were changed. */
  record Updated(Profile user, List<FieldChange> changes) implements Outcome {}

  /** Everything was as asked already. */
  record Unchanged(Profile user) implements Outcome {}

  /** The user was taken away; as it last was. */
  record Deleted(Profile user) implements Outcome {}

  /** Nothing was changed, for this reason. */
  record Failed(Failure failure) implements Outcome {}
}
