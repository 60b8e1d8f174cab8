package dev.profilectl.bulk;

import dev.profilectl.profile.Edit;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row as far as it was thought through. */
final class Thought {
  private final RowRecord record;
  private Step step;
  private @Nullable Profile found;

  Thought(RowRecord record, Step step) {
    this.record = record;
    this.step = step;
  }

  /** The row. */
  RowRecord record() {
    return record;
  }

  /** What is to be done next. */
  Step step() {
    return step;
  }

  /** The user whom it is about; {@code null} where nobody looked, or nobody was found. */
  @Nullable Profile found() {
    return found;
  }

  /** What became of it, where nothing is to be done. */
  RowResult idle() {
    return switch (step) {
      case Step.Fail fail -> RowResult.failed(record.row(), fail.failure());
      case Step.Rest _ ->
          new RowResult(record.row(), RowState.UNCHANGED, found, List.of(), null, List.of());
      case Step.Act act -> throw new IllegalStateException("to be done: " + act.edit());
      case Step.Ask again -> throw new IllegalStateException("asked twice: " + again.user());
    };
  }

  /** What is written down before it is done, where no history tells what was there before. */
  Optional<Mark> announcement(ProfileDirectory directory) {
    if (found == null
        || !(step instanceof Step.Act act)
        || !(act.edit() instanceof Edit.Update update)) {
      return Optional.empty();
    }
    List<FieldChange> changes =
        Recovery.sinceFirst(record.changes(), directory.kept(update.patch()).changesOn(found));
    return Optional.of(new Mark(record.row().seq(), RowState.STARTED, found.id(), changes, null));
  }

  /** Goes on from an answer. */
  void go(Step next, @Nullable Profile user) {
    step = next;
    found = user;
  }
}
