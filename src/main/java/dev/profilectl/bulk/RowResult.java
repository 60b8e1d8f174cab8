package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row, while the run is at work.
 *
 * @param row the row
 * @param state what became of it
 * @param user the user as it is now; {@code null} where that is not known
 * @param changes what is different
 * @param failure why not, or not all; {@code null} where all went well
 * @param remarks what else there is to say
 */
public record RowResult(
    RunRow row,
    RowState state,
    @Nullable Profile user,
    List<FieldChange> changes,
    @Nullable Failure failure,
    List<Message> remarks) {
  /** Copies the lists. */
  public RowResult {
    changes = List.copyOf(changes);
    remarks = List.copyOf(remarks);
  }

  /** Nothing was done, and nobody was found. */
  static RowResult failed(RunRow row, Failure failure) {
    return new RowResult(row, RowState.FAILED, null, List.of(), failure, List.of());
  }
}
