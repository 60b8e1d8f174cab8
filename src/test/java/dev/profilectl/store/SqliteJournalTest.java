package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.bulk.Counts;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Mark;
import dev.profilectl.bulk.RowRecord;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunChange;
import dev.profilectl.bulk.RunRow;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.Trouble;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.People;
import dev.profilectl.profile.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal in a real file, which is closed and opened again between what matters. */
class SqliteJournalTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("runs.db");
  }

  private Journal open() {
    return SqliteDirectory.journal(file());
  }

  private static Run run(String id, Instant at) {
    return new Run(
        new Origin(id, "tester", "why not"),
        "shop",
        "user import people.csv",
        at,
        RunState.READING,
        Map.of("kind", "import", "set:email", "{username}@x.org", "odd", "a\"b\\\n中😀"));
  }

  private static RunRow row(long seq) {
    return new RunRow(seq, seq + 1, "u" + seq, "{\"username\":\"u" + seq + "\"}", null);
  }

  private static Mark mark(long seq, RowState state) {
    return new Mark(seq, state, null, List.of(), null);
  }

  private static List<RunRow> rows(long count) {
    return LongStream.rangeClosed(1, count).mapToObj(SqliteJournalTest::row).toList();
  }

  @Test
  void whatWasToldIsThereAfterOpeningAgain() {
    Run run = run("20260102-120000-aaaaa", People.NOON);
    RunRow odd = new RunRow(2, 0, null, null, People.id(7));
    try (Journal journal = open()) {
      journal.begin(run);
      journal.add(run.id(), List.of(row(1), odd));
    }
    try (Journal journal = open()) {
      assertThat(journal.find(run.id())).contains(run);
      assertThat(journal.rows(run.id(), 0, 9))
          .containsExactly(
              new RowRecord(row(1), RowState.PENDING, List.of(), null),
              new RowRecord(odd, RowState.PENDING, List.of(), null));
      assertThat(journal.find("20260102-120000-bbbbb")).isEmpty();
      assertThat(journal.rows("20260102-120000-bbbbb", 0, 9)).isEmpty();
      assertThat(journal.counts("20260102-120000-bbbbb").all()).isZero();
    }
  }

  @Test
  void everythingOfAMarkIsKept() {
    Run run = run("20260102-120000-aaaaa", People.NOON);
    List<FieldChange> changes =
        List.of(
            new FieldChange(Field.NICKNAME, "a\"'\\\u0001😀", null),
            new FieldChange(Field.GENDER, null, 2),
            new FieldChange(Field.BIRTHDAY, LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31)),
            new FieldChange(Field.PASSWORD, null, FieldChange.HIDDEN_SECRET),
            new FieldChange(Field.EXT_DATA, "{\"a\":1.50}", "[]"));
    Trouble trouble = new Trouble("conflict", "username-taken", "the name \"x\" is taken");
    try (Journal journal = open()) {
      journal.begin(run);
      journal.add(run.id(), rows(4));
      journal.mark(
          run.id(),
          List.of(
              new Mark(1, RowState.STARTED, People.id(1), changes, null),
              new Mark(2, RowState.FAILED, null, List.of(), trouble),
              new Mark(3, RowState.CREATED, People.id(3), List.of(), null)));
      journal.set(run.id(), RunState.STOPPED);
    }
    try (Journal journal = open()) {
      List<RowRecord> rows = journal.rows(run.id(), 0, 9);
      assertThat(rows.get(0).state()).isEqualTo(RowState.STARTED);
      assertThat(rows.get(0).row().user()).isEqualTo(People.id(1));
      assertThat(rows.get(0).changes()).containsExactlyElementsOf(changes);
      assertThat(rows.get(1).trouble()).isEqualTo(trouble);
      assertThat(rows.get(2).row().user()).as("the id of a new user").isEqualTo(People.id(3));
      assertThat(rows.get(3).state()).isEqualTo(RowState.PENDING);
      assertThat(journal.find(run.id()).orElseThrow().state()).isEqualTo(RunState.STOPPED);
      assertThat(journal.counts(run.id()))
          .isEqualTo(
              new Counts(
                  Map.of(
                      RowState.STARTED, 1L,
                      RowState.FAILED, 1L,
                      RowState.CREATED, 1L,
                      RowState.PENDING, 1L),
                  java.util.Set.of("conflict")));
      assertThat(journal.left(run.id(), 0, 9))
          .extracting(r -> r.row().seq())
          .containsExactly(1L, 4L);
      assertThat(journal.left(run.id(), 1, 9)).extracting(r -> r.row().seq()).containsExactly(4L);
      // a row that goes well in the end has no trouble any more, and keeps what it was about
      journal.mark(run.id(), List.of(mark(1, RowState.UNCHANGED), mark(2, RowState.UNCHANGED)));
      assertThat(journal.rows(run.id(), 0, 2)).allMatch(r -> r.trouble() == null);
      assertThat(journal.rows(run.id(), 0, 1).getFirst().row().user()).isEqualTo(People.id(1));
    }
  }

  /** Neighbours are written as one statement; that must not show. */
  @Test
  void marksOfAnyMixtureComeOutOneByOne() {
    RowState[] states = {
      RowState.CHANGED, RowState.UNCHANGED, RowState.FAILED, RowState.CREATED, RowState.DELETED
    };
    try (Journal journal = open()) {
      for (long seed = 1; seed <= 60; seed++) {
        Random random = new Random(seed);
        Run run = run("20260102-1200%02d-aaaaa".formatted(seed % 60), People.NOON);
        journal.begin(run);
        journal.add(run.id(), rows(50));
        RowState[] expected = new RowState[50];
        java.util.Arrays.fill(expected, RowState.PENDING);
        List<Mark> marks = new ArrayList<>();
        RowState state = states[0];
        for (int i = 0; i < 50; i++) {
          state = random.nextInt(3) == 0 ? states[random.nextInt(states.length)] : state;
          if (random.nextInt(5) > 0) {
            expected[i] = state;
            Trouble why =
                state == RowState.FAILED ? new Trouble("invalid", "400102", "row " + i) : null;
            marks.add(new Mark(i + 1, state, null, List.of(), why));
          }
        }
        journal.mark(run.id(), marks);
        List<RowRecord> rows = journal.rows(run.id(), 0, 100);
        assertThat(rows).as("seed %d", seed).extracting(RowRecord::state).containsExactly(expected);
        assertThat(rows)
            .allMatch(r -> (r.trouble() == null) == (r.state() != RowState.FAILED), "seed " + seed);
        long left = java.util.Arrays.stream(expected).filter(s -> s == RowState.PENDING).count();
        assertThat(journal.counts(run.id()).left()).isEqualTo(left);
        journal.drop(run.id());
        assertThat(journal.counts(run.id()).all()).isZero();
      }
    }
  }

  @Test
  void rowsThatFailedBecomePendingAgainUnlessTheyCannotBeRead() {
    Run run = run("20260102-120000-aaaaa", People.NOON);
    Trouble trouble = new Trouble("invalid", "400102", "too long");
    try (Journal journal = open()) {
      journal.begin(run);
      journal.add(run.id(), List.of(row(1), row(2), new RunRow(3, 9, null, null, null), row(4)));
      journal.mark(
          run.id(),
          List.of(
              mark(1, RowState.CHANGED),
              new Mark(2, RowState.FAILED, null, List.of(), trouble),
              new Mark(3, RowState.FAILED, null, List.of(), trouble)));
      assertThat(journal.again(run.id())).isEqualTo(1);
      assertThat(journal.rows(run.id(), 0, 9))
          .extracting(RowRecord::state)
          .containsExactly(RowState.CHANGED, RowState.PENDING, RowState.FAILED, RowState.PENDING);
      assertThat(journal.rows(run.id(), 1, 1).getFirst().trouble()).isNull();
    }
  }

  @Test
  void rowsComeInOrderPageByPage() {
    Run run = run("20260102-120000-aaaaa", People.NOON);
    try (Journal journal = open()) {
      journal.begin(run);
      journal.add(run.id(), rows(30).reversed());
      List<Long> seen = new ArrayList<>();
      long after = 0;
      for (List<RowRecord> some = journal.rows(run.id(), after, 7); !some.isEmpty(); ) {
        some.forEach(record -> seen.add(record.row().seq()));
        after = some.getLast().row().seq();
        some = journal.rows(run.id(), after, 7);
      }
      assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
    }
  }

  private void process(String id, String word) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        PreparedStatement statement =
            connection.prepareStatement("UPDATE runs SET process = ? WHERE id = ?")) {
      statement.setString(1, word);
      statement.setString(2, id);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void aRunBelongsToAProcessAsLongAsThatLives()
      throws IOException, SQLException, InterruptedException {
    Run run = run("20260102-120000-aaaaa", People.NOON);
    Process other = new ProcessBuilder("cat").start();
    String word = other.pid() + "@" + other.info().startInstant().orElseThrow().toEpochMilli();
    try (Journal journal = open()) {
      journal.begin(run);
      journal.claim(run.id());
      process(run.id(), word);
      assertThatThrownBy(() -> journal.claim(run.id()))
          .isInstanceOfSatisfying(
              Conflict.class, c -> assertThat(c.sentence().key()).isEqualTo("run.at-work"));
      // the number alone is not enough: it may be somebody else's by now
      process(run.id(), other.pid() + "@12345");
      journal.claim(run.id());
      process(run.id(), word);
      journal.set(run.id(), RunState.STOPPED);
      journal.claim(run.id());
      process(run.id(), word);
      other.destroyForcibly().waitFor();
      journal.claim(run.id());
      for (String broken : List.of("", "@", "x@1", "99999999999999999999@1")) {
        process(run.id(), broken);
        journal.claim(run.id());
      }
    } finally {
      other.destroyForcibly();
    }
  }

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
              new RunChange(People.id(1), "u1", 0, RunChange.Kind.CHANGED, List.of(city)),
              // what became of this one is not known; it may have been done
              new RunChange(People.id(2), "u2", 0, RunChange.Kind.CHANGED, List.of(city)));
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
          .containsExactly("u1 CHANGED v3", "u3 DELETED v2", "u5 CREATED v1");
      assertThat(changes(directory, origin.run()).getFirst().changes())
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
