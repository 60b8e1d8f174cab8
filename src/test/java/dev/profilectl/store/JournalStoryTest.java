package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Mark;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunChange;
import dev.profilectl.bulk.RunRow;
import dev.profilectl.bulk.RunState;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.People;
import dev.profilectl.profile.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a journal tells of runs: which there were, and what they changed. */
class JournalStoryTest extends JournalFile {
  @Test
  void runsOfLongAgoAreForgotten() {
    try (Journal journal = open()) {
      Run old = run("20250801-120000-aaaaa", People.NOON.minus(Duration.ofDays(91)));
      Run young = run("20251101-120000-aaaaa", People.NOON.minus(Duration.ofDays(89)));
      journal.begin(old);
      journal.add(old.id(), rows(3));
      journal.begin(young);
      journal.begin(run("20260102-120000-aaaaa", People.NOON));
      assertThat(journal.newest(9))
          .extracting(summary -> summary.run().id())
          .containsExactly("20260102-120000-aaaaa", "20251101-120000-aaaaa");
      assertThat(journal.rows(old.id(), 0, 9)).isEmpty();
    }
  }

  @Test
  void theNewestComeFirstAndTellHowManyTheyChanged() {
    try (Journal journal = open()) {
      for (int i = 0; i < 5; i++) {
        Run run = run("20260102-12000" + i + "-aaaaa", People.NOON.plusSeconds(i));
        journal.begin(run);
        journal.add(run.id(), rows(4));
        List<Mark> marks = new ArrayList<>();
        for (int seq = 1; seq <= i && seq <= 4; seq++) {
          marks.add(mark(seq, RowState.CHANGED));
        }
        journal.mark(run.id(), marks);
      }
      assertThat(journal.newest(3))
          .extracting(summary -> summary.run().id() + " " + summary.users())
          .containsExactly(
              "20260102-120004-aaaaa 4", "20260102-120003-aaaaa 3", "20260102-120002-aaaaa 2");
    }
  }

  /** A server keeps no history for us; so the rows tell what they did. */
  @Test
  void changesAreToldByTheRowsWhereThereIsNoHistory() {
    Run run = run("20260102-120000-aaaaa", People.NOON);
    FieldChange city = new FieldChange(Field.CITY, "Paris", "Rome");
    FieldChange back = new FieldChange(Field.CITY, "Rome", "Paris");
    try (Journal journal = open()) {
      journal.begin(run);
      journal.add(run.id(), rows(6));
      journal.mark(
          run.id(),
          List.of(
              new Mark(1, RowState.CHANGED, People.id(1), List.of(city), null),
              new Mark(2, RowState.STARTED, People.id(2), List.of(city), null),
              new Mark(3, RowState.CHANGED, People.id(3), List.of(city), null),
              new Mark(4, RowState.CHANGED, People.id(3), List.of(back), null),
              new Mark(5, RowState.UNCHANGED, People.id(5), List.of(), null)));
      List<RunChange> changes = new ArrayList<>();
      journal.changes(run.id(), changes::add);
      assertThat(changes)
          .containsExactly(
              // what became of this one is not known; it may have been done
              new RunChange(People.id(2), "u2", 0, RunChange.Kind.CHANGED, List.of(city)),
              new RunChange(People.id(1), "u1", 0, RunChange.Kind.CHANGED, List.of(city)));
    }
  }

  private static List<RunChange> changes(SqliteDirectory directory, String run) {
    List<RunChange> changes = new ArrayList<>();
    directory.journal().changes(run, changes::add);
    return changes;
  }

  @Test
  void changesOfAStoreAreToldByItsHistoryOneUserAtATime() {
    Origin origin = new Origin("20260102-120000-aaaaa", "tester", null);
    try (SqliteDirectory directory = Stores.open(folder.resolve("store.db"))) {
      for (int i = 1; i <= 4; i++) {
        Edit make = new Edit.Create(People.id(i), People.set(Field.USERNAME, "u" + i));
        directory.apply(List.of(make), Stores.ORIGIN);
      }
      directory.apply(
          List.of(
              new Edit.Update(People.id(1), People.set(Field.CITY, "Rome"), null),
              new Edit.Update(People.id(2), People.set(Field.CITY, "Rome"), null),
              new Edit.Update(
                  People.id(1),
                  People.set(Field.CITY, "Paris", Field.PASSWORD, new Secret("canary-1")),
                  null),
              new Edit.Update(People.id(2), People.clear(Field.CITY), null),
              new Edit.Delete(People.id(3), false),
              new Edit.Create(People.id(5), People.set(Field.USERNAME, "u5")),
              new Edit.Create(People.id(6), People.set(Field.USERNAME, "u6")),
              new Edit.Delete(People.id(6), false)),
          origin);
      assertThat(changes(directory, origin.run()))
          .extracting(c -> c.name() + " " + c.kind() + " v" + c.version())
          .as("who came back to what they were is left out")
          .containsExactly("u5 CREATED v1", "u3 DELETED v2", "u1 CHANGED v3");
      assertThat(changes(directory, origin.run()).getLast().changes())
          .containsExactly(
              new FieldChange(Field.PASSWORD, null, FieldChange.HIDDEN_SECRET),
              new FieldChange(Field.CITY, null, "Paris"));
      assertThat(directory.journal().newest(5))
          .extracting(s -> s.run().id() + " " + s.run().command() + " " + s.users())
          .containsExactlyInAnyOrder(
              "20260102-120000-aaaaa create, update 5", Stores.ORIGIN.run() + " create 4");
      assertThat(directory.journal().find(origin.run()).orElseThrow().state())
          .isEqualTo(RunState.DONE);
    }
  }

  /** An undo writes rows down while it reads what there is to be undone. */
  @Test
  void rowsCanBeAddedWhileChangesAreRead() {
    Origin origin = new Origin("20260102-120000-aaaaa", "tester", null);
    Run undo = run("20260102-120001-aaaaa", People.NOON);
    try (SqliteDirectory directory = Stores.open(folder.resolve("store.db"))) {
      List<Edit> makes = new ArrayList<>();
      for (int i = 1; i <= 2500; i++) {
        makes.add(new Edit.Create(People.id(i), People.set(Field.USERNAME, "u" + i)));
      }
      directory.apply(makes, origin);
      Journal journal = directory.journal();
      journal.begin(undo);
      long[] seq = {0};
      journal.changes(
          origin.run(),
          change ->
              journal.add(
                  undo.id(), List.of(new RunRow(++seq[0], 0, change.name(), "{}", change.user()))));
      assertThat(journal.counts(undo.id()).all()).isEqualTo(2500);
    }
  }
}
