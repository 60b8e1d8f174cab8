package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.bulk.Counts;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Mark;
import dev.profilectl.bulk.RowRecord;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunRow;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.Trouble;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.People;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The journal in a real file, which is closed and opened again between what matters. */
class SqliteJournalTest extends JournalFile {
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
  void veryLargeRowsComeInSmallerParts() {
    Run run = run("20260102-120000-aaaaa", People.NOON);
    String cells = "{\"desc\":\"" + "x".repeat(1_500_000) + "\"}";
    try (Journal journal = open()) {
      journal.begin(run);
      for (long seq = 1; seq <= 5; seq++) {
        journal.add(run.id(), List.of(new RunRow(seq, seq, "user" + seq, cells, null)));
      }
      List<Long> read = new ArrayList<>();
      int parts = 0;
      for (List<RowRecord> some = journal.left(run.id(), 0, 9); !some.isEmpty(); parts++) {
        some.forEach(record -> read.add(record.row().seq()));
        some = journal.left(run.id(), read.getLast(), 9);
      }
      assertThat(read).containsExactly(1L, 2L, 3L, 4L, 5L);
      assertThat(parts).isEqualTo(2);
      assertThat(journal.left(run.id(), 0, Integer.MAX_VALUE)).hasSize(5);
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
}
