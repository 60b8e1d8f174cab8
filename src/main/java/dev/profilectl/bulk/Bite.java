package dev.profilectl.bulk;

import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes some edits of a run at once. Behind the failure that ends the run nothing is done, where
 * that can be had.
 */
final class Bite {
  private final Execution.Job job;
  private final boolean allOrNone;
  private final long allowed;

  /**
   * Of a run.
   *
   * @param allOrNone whether one failure undoes all
   * @param allowed how many failures there may be before one ends the run
   */
  Bite(Execution.Job job, boolean allOrNone, long allowed) {
    this.job = job;
    this.allOrNone = allOrNone;
    this.allowed = allowed;
  }

  /** An edit, and the row that it is for. */
  record Act(long seq, Edit edit) {}

  /**
   * What came of edits.
   *
   * @param outcomes of the first of them; nothing was done of the others
   * @param end the row whose failure ends the run; beyond all where none does
   */
  record Done(List<Outcome> outcomes, long end) {}

  /**
   * Makes them.
   *
   * @param acts in the order of their rows
   * @param failed rows among and behind them that have failed already
   */
  Done take(List<Act> acts, List<Long> failed) {
    List<Edit> edits = acts.stream().map(Act::edit).toList();
    if (edits.isEmpty()) {
      return new Done(List.of(), end(acts, List.of(), failed));
    }
    if (allOrNone) {
      return new Done(job.directory().applyAtomically(edits, job.run().origin()), Long.MAX_VALUE);
    }
    boolean exactly = allowed < edits.size() && job.directory().features().contains(Feature.ATOMIC);
    if (!exactly) {
      List<Outcome> all = job.directory().apply(edits, job.run().origin());
      return new Done(all, end(acts, all, failed));
    }
    List<Outcome> all = job.directory().applyAtomically(edits, job.run().origin());
    long end = end(acts, all, failed);
    if (all.stream().noneMatch(Outcome.Failed.class::isInstance)) {
      return new Done(all, end);
    }
    int count = (int) acts.stream().filter(act -> act.seq() <= end).count();
    return new Done(job.directory().apply(edits.subList(0, count), job.run().origin()), end);
  }

  private long end(List<Act> acts, List<Outcome> outcomes, List<Long> failed) {
    List<Long> all = new ArrayList<>(failed);
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Failed) {
        all.add(acts.get(i).seq());
      }
    }
    return all.stream().sorted().skip(allowed).findFirst().orElse(Long.MAX_VALUE);
  }
}
