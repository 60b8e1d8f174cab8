package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what is to be done for the rows of a run. */
final class Thinking {
  private final Execution.Job job;
  private final boolean allAtOnce;
  private final boolean knowsHistory;
  private long read;

  /**
   * Of a job.
   *
   * @param allAtOnce whether all rows are done together
   */
  Thinking(Execution.Job job, boolean allAtOnce) {
    this.job = job;
    this.allAtOnce = allAtOnce;
    this.knowsHistory = job.directory().features().contains(Feature.HISTORY);
  }

  /** The next rows that are left, thought through as far as that goes without the users. */
  List<Thought> next() {
    int most = allAtOnce ? Integer.MAX_VALUE : job.together();
    List<RowRecord> some = job.journal().left(job.run().id(), read, most);
    List<Thought> thoughts = new ArrayList<>(some.size());
    for (RowRecord record : some) {
      thoughts.add(new Thought(record, think(record.row())));
      read = record.row().seq();
    }
    return thoughts;
  }

  private Step think(RunRow row) {
    try {
      return job.work().step(row);
    } catch (Failure failure) {
      return new Step.Fail(failure);
    }
  }

  /** Users that are known to be there need not be looked for again: the store checks by itself. */
  void ask(List<Thought> open) {
    List<Thought> asking = new ArrayList<>();
    List<UserRef> users = new ArrayList<>();
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (Thought row : open) {
      if (row.step() instanceof Step.Ask ask) {
        ask.credential().ifPresent(proof -> job.directory().entrust(ask.user(), proof));
        UserId known = row.record().row().user();
        if (knowsHistory && known != null && ask.fields().isEmpty()) {
          Profile there = new Profile(known, 0, Map.of(), Set.of());
          row.go(ask.then().apply(new Lookup.Found(there)), null);
        } else {
          asking.add(row);
          users.add(ask.user());
          fields.addAll(ask.fields());
        }
      }
    }
    if (users.isEmpty()) {
      return;
    }
    List<Lookup> found = job.directory().findAll(users, fields);
    for (int i = 0; i < found.size(); i++) {
      Thought row = asking.get(i);
      Lookup lookup = found.get(i);
      row.go(
          ((Step.Ask) row.step()).then().apply(lookup),
          lookup instanceof Lookup.Found there ? there.user() : null);
    }
  }
}
