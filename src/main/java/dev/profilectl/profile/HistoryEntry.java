package dev.profilectl.profile;

import java.time.Instant;
import java.util.List;

/**
 * One change in the history of a user.
 *
 * @param version the version the profile had after it
 * @param at when
 * @param action {@code create}, {@code update}, {@code delete}, {@code avatar} or {@code
 *     avatar-delete}
 * @param origin who, why, in which run
 * @param changes the fields, with old and new, in the order of the table
 */
public record HistoryEntry(
    long version, Instant at, String action, Origin origin, List<FieldChange> changes) {
  /** Copies the changes. */
  public HistoryEntry {
    changes = List.copyOf(changes);
  }
}
