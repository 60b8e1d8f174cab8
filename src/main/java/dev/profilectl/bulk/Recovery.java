package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.History;
import dev.profilectl.profile.HistoryEntry;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of rows that a process which died had begun. Those of a store are in its history or
 * were not done; those of a server are read back.
 */
final class Recovery {
  private final Execution.Job job;
  private final boolean knowsHistory;

  /**
   * Only the first rows that are left can have been begun by a process that died; a run that came
   * to an end by itself, or never began, has none.
   */
  private int doubtful;

  Recovery(Execution.Job job) {
    this.job = job;
    this.knowsHistory = job.directory().features().contains(Feature.HISTORY);
    boolean begun = job.run().state() == RunState.RUNNING;
    boolean allAtOnce = job.run().settings().containsKey(Run.ATOMIC);
    this.doubtful = !begun ? 0 : allAtOnce ? Integer.MAX_VALUE : Execution.MOST_AT_ONCE;
  }

  /** What became of a row; empty where it is still to be done. To be asked row after row. */
  Optional<RowResult> known(RowRecord record) {
    boolean asked = doubtful-- > 0 || record.state() == RowState.STARTED;
    return asked ? Optional.ofNullable(done(record)) : Optional.empty();
  }

  private @Nullable RowResult done(RowRecord record) {
    return knowsHistory ? toldByHistory(record.row()) : readBack(record);
  }

  private @Nullable RowResult toldByHistory(RunRow row) {
    UserRef user = ref(row);
    Optional<History> history = user == null ? Optional.empty() : job.directory().history(user);
    return history
        .flatMap(
            found ->
                found.entries().stream()
                    .filter(entry -> entry.origin().run().equals(job.run().id()))
                    .findFirst()
                    .map(entry -> result(row, entry)))
        .orElse(null);
  }

  private @Nullable UserRef ref(RunRow row) {
    UserId user = row.user();
    if (user != null) {
      return new UserRef.ById(user.text());
    }
    return row.cells() != null && job.work().step(row) instanceof Step.Ask ask ? ask.user() : null;
  }

  private RowResult result(RunRow row, HistoryEntry entry) {
    Failure besides = besides(row);
    RowState state =
        switch (entry.action()) {
          case "create", "undelete" -> RowState.CREATED;
          case "delete" -> RowState.DELETED;
          default -> RowState.CHANGED;
        };
    RowState all = besides == null ? state : RowState.FAILED;
    return new RowResult(row, all, null, entry.changes(), besides, List.of());
  }

  /** What could not be done of a row that was done as far as it could. */
  private @Nullable Failure besides(RunRow row) {
    if (!(job.work().step(row) instanceof Step.Ask ask)) {
      return null;
    }
    return switch (ask.then().apply(job.directory().lookup(ask.user()))) {
      case Step.Act act -> act.besides();
      case Step.Fail fail -> fail.failure() instanceof Failure.Partial ? fail.failure() : null;
      case Step.Ask _, Step.Rest _ -> null;
    };
  }

  private @Nullable RowResult readBack(RowRecord record) {
    if (record.state() != RowState.STARTED
        || !(job.work().step(record.row()) instanceof Step.Ask ask)) {
      return null;
    }
    ask.credential().ifPresent(proof -> job.directory().entrust(ask.user(), proof));
    Lookup lookup = job.directory().lookup(ask.user());
    boolean asWanted =
        lookup instanceof Lookup.Found found
            && ask.then().apply(lookup) instanceof Step.Act act
            && act.edit() instanceof Edit.Update update
            && job.directory().kept(update.patch()).changesOn(found.user()).isEmpty();
    return asWanted
        ? new RowResult(
            record.row(),
            record.changes().isEmpty() ? RowState.UNCHANGED : RowState.CHANGED,
            ((Lookup.Found) lookup).user(),
            record.changes(),
            null,
            List.of())
        : null;
  }

  /** From what was there before the first attempt to what is there after the last. */
  static List<FieldChange> sinceFirst(List<FieldChange> first, List<FieldChange> last) {
    if (first.isEmpty()) {
      return last;
    }
    Map<Field, FieldChange> all = new EnumMap<>(Field.class);
    first.forEach(change -> all.put(change.field(), change));
    for (FieldChange change : last) {
      all.merge(
          change.field(),
          change,
          (old, now) -> new FieldChange(old.field(), old.before(), now.after()));
    }
    return all.values().stream()
        .filter(c -> c.field().isSecret() || !Objects.equals(c.before(), c.after()))
        .toList();
  }
}
