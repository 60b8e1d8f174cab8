package dev.profilectl.bulk;

import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.ProfileDirectory;
import java.util.ArrayList;
import java.util.List;

/** What the first rows of a run are going to do, for who is asked whether they shall. */
public final class Foresight {
  private Foresight() {}

  /**
   * A run.
   *
   * @param run its id
   * @param journal where its rows are
   * @param directory where its users are looked up
   * @param work what its rows mean
   */
  public record Task(String run, Journal journal, ProfileDirectory directory, RowWork work) {}

  /**
   * Their edits; a row that nothing can be done for has none.
   *
   * @param task with its rows written down and none acted on; nothing is changed
   * @param most so many rows are looked at
   */
  public static List<Edit> of(Task task, int most) {
    List<Edit> edits = new ArrayList<>();
    ProfileDirectory directory = task.directory;
    for (RowRecord record : task.journal.left(task.run, 0, most)) {
      Step step = task.work.step(record.row());
      if (step instanceof Step.Ask ask) {
        ask.credential().ifPresent(proof -> directory.entrust(ask.user(), proof));
        Lookup found = directory.findAll(List.of(ask.user()), ask.fields()).getFirst();
        step = ask.then().apply(found);
      }
      if (step instanceof Step.Act act) {
        edits.add(act.edit());
      }
    }
    return edits;
  }
}
