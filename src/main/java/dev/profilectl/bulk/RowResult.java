package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import java.util.List;
import java.util.Objects;
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

  /** What became of a row by the outcome of its edit. */
  static RowResult of(RowRecord record, Step.Act act, Outcome outcome) {
    RunRow row = record.row();
    Failure besides = act.besides();
    RowState worse = besides == null ? null : RowState.FAILED;
    return switch (outcome) {
      case Outcome.Created made ->
          new RowResult(
              row,
              Objects.requireNonNullElse(worse, RowState.CREATED),
              made.user(),
              made.changes(),
              besides,
              List.of());
      case Outcome.Updated updated -> {
        Failure why = updated.shortfall() == null ? besides : updated.shortfall();
        yield new RowResult(
            row,
            why == null ? RowState.CHANGED : RowState.FAILED,
            updated.user(),
            Recovery.sinceFirst(record.changes(), updated.changes()),
            why,
            updated.remarks());
      }
      case Outcome.Unchanged unchanged ->
          new RowResult(
              row,
              Objects.requireNonNullElse(worse, RowState.UNCHANGED),
              unchanged.user(),
              List.of(),
              besides,
              List.of());
      case Outcome.Deleted deleted ->
          new RowResult(row, RowState.DELETED, deleted.user(), List.of(), null, List.of());
      case Outcome.Failed failed -> RowResult.failed(row, failed.failure());
    };
  }
}
