package dev.profilectl.bulk;

import dev.profilectl.profile.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A row of a run, as it was written down before anything was done.
 *
 * @param seq its place in the run, from 1
 * @param line the line of the input where it starts, from 1; 0 where there is no input
 * @param key how it names its user; {@code null} where it names nobody
 * @param cells what it says, as JSON without secrets; {@code null} where it could not be read
 * @param user whom it is about, where that is known already
 */
public record RunRow(
    long seq, long line, @Nullable String key, @Nullable String cells, @Nullable UserId user) {
  /** The line, {@code null} where there is no input. */
  public @Nullable Long place() {
    return line == 0 ? null : line;
  }

  /** The same row about this user. */
  RunRow about(UserId known) {
    return new RunRow(seq, line, key, cells, known);
  }
}
