package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Credential;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.UserRef;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is to be done next for a row. */
public sealed interface Step {
  /**
   * Look for the user, and go on from the answer.
   *
   * @param fields what has to be known besides the id; none where it is enough that there is one
   * @param credential what proves that it comes from the user; empty where the target knows
   */
  record Ask(
      UserRef user, Set<Field> fields, Optional<Credential> credential, Function<Lookup, Step> then)
      implements Step {
    /** Without a proof of its own. */
    public Ask(UserRef user, Set<Field> fields, Function<Lookup, Step> then) {
      this(user, fields, Optional.empty(), then);
    }

    /** Copies the fields. */
    public Ask {
      fields = Set.copyOf(fields);
    }
  }

  /**
   * Make the edit.
   *
   * @param besides what cannot be done of the row; {@code null} where all can
   */
  record Act(Edit edit, @Nullable Failure besides) implements Step {
    /** All of the row. */
    public Act(Edit edit) {
      this(edit, null);
    }
  }

  /** Nothing can be done. */
  record Fail(Failure failure) implements Step {}

  /** Nothing has to be done. */
  record Rest() implements Step {}
}
