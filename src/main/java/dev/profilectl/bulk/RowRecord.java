package dev.profilectl.bulk;

import dev.profilectl.profile.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row and what became of it.
 *
 * @param row the row
 * @param state what became of it
 * @param changes what was changed, where the journal has to know it; else empty
 * @param trouble why not; {@code null} where all went well
 */
public record RowRecord(
    RunRow row, RowState state, List<FieldChange> changes, @Nullable Trouble trouble) {
  /** Copies the changes. */
  public RowRecord {
    changes = List.copyOf(changes);
  }
}
