package dev.profilectl.bulk;

import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row, as the journal keeps it.
 *
 * @param seq which row
 * @param state what it is now
 * @param user whom it was about; {@code null} where that is not known
 * @param changes what was, or is about to be, changed; empty where a history tells it
 * @param trouble why not, or not all; {@code null} where all went well
 */
public record Mark(
    long seq,
    RowState state,
    @Nullable UserId user,
    List<FieldChange> changes,
    @Nullable Trouble trouble) {
  /** Copies the changes. */
  public Mark {
    changes = List.copyOf(changes);
  }
}
