package dev.profilectl.profile;

import java.util.List;

/**
 * The changes of one user.
 *
 * @param user whose; a soft deletion does not end it, a purge does
 * @param entries newest first
 */
public record History(UserId user, List<HistoryEntry> entries) {
  /** Copies the entries. */
  public History {
    entries = List.copyOf(entries);
  }
}
