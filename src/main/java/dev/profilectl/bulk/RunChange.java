package dev.profilectl.bulk;

import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.UserId;
import java.util.List;

/**
 * What a run did to one user, all its changes taken together.
 *
 * @param user whom
 * @param name what to call the user
 * @param version the version after it; 0 where the system counts none
 * @param kind what was done
 * @param changes every field that is different, from before the first change to after the last
 * @param pictured whether the journal keeps what picture there was before
 */
public record RunChange(
    UserId user,
    String name,
    long version,
    Kind kind,
    List<FieldChange> changes,
    boolean pictured) {
  /** With no picture replaced. */
  public RunChange(UserId user, String name, long version, Kind kind, List<FieldChange> changes) {
    this(user, name, version, kind, changes, false);
  }

  /** Copies the changes. */
  public RunChange {
    changes = List.copyOf(changes);
  }

  /** What was done. */
  public enum Kind {
    /** The user was made, or brought back. */
    CREATED,
    /** Fields, or the picture, were changed. */
    CHANGED,
    /** The user was taken away, softly. */
    DELETED
  }
}
