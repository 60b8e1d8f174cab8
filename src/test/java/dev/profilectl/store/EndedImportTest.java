package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.bulk.Counts;
import dev.profilectl.bulk.Ending;
import dev.profilectl.bulk.ImportMode;
import dev.profilectl.bulk.Limits;
import dev.profilectl.bulk.RowResult;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.RunWatcher;
import dev.profilectl.bulk.StopSign;
import dev.profilectl.profile.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports that a limit or a person ends before their last row. */
class EndedImportTest extends ImportRuns {

  private static Limits failFast() {
    return new Limits(true, null, null, new StopSign(), false);
  }

  @Test
  void failFastEndsAtTheFirstFailureAndNotBehindIt() throws IOException {
    for (String wrong : List.of("nobody,Rome,", "u3,Rome,u4", "u3,Rome,u4\nnobody,Rome,")) {
      for (int place : new int[] {1, 2, 10, 20}) {
        Path file = copy("place.db");
        StringBuilder csv = new StringBuilder("username,city,name\n");
        for (int i = 5; i <= USERS; i++) {
          if (i - 4 == place) {
            csv.append(wrong).append('\n');
          }
          csv.append("u").append(i).append(",Rome,\n");
        }
        csv.append("nobody2,Rome,\nu1,Rome,\n");
        String text = csv.toString().replace("city,name", "city,nickname");
        takeInRenaming(file, text);
        String what = wrong + " at " + place;
        assertThat(go(file, Way.within(failFast(), 5000))).as(what).isEqualTo(Ending.FAIL_FAST);
        Counts counts = counts(file);
        assertThat(counts.of(RowState.CHANGED)).as(what).isEqualTo(place - 1);
        assertThat(counts.of(RowState.FAILED)).as(what).isEqualTo(1);
        assertThat(users(file).values().stream().filter(user -> user.startsWith("Rome")).count())
            .as(what)
            .isEqualTo(place - 1);
        // who goes on gets to the next failure
        Ending next = go(file, Way.within(failFast(), 5000));
        assertThat(next).as(what).isEqualTo(Ending.FAIL_FAST);
        assertThat(counts(file).of(RowState.FAILED)).as(what).isEqualTo(2);
        assertThat(go(file, Way.within(NO_LIMITS, 5000))).isEqualTo(Ending.DONE);
        assertThat(counts(file).of(RowState.CHANGED)).as(what).isEqualTo(21);
        Files.delete(file);
      }
    }
  }

  /** The third column renames: a key by id, so that the name can be another's. */
  private void takeInRenaming(Path file, String csv) {
    StringBuilder byId = new StringBuilder("id,username,city\n");
    csv.lines()
        .skip(1)
        .forEach(
            line -> {
              String[] cells = line.split(",", -1);
              boolean known = cells[0].matches("u[0-9]+");
              int number = known ? Integer.parseInt(cells[0].substring(1)) : 900;
              byId.append(People.id(number).text())
                  .append(',')
                  .append(cells[2])
                  .append(',')
                  .append(cells[1])
                  .append(known ? "" : cells[0].substring(6))
                  .append('\n');
            });
    takeIn(file, distinct(byId.toString()), ImportMode.UPDATE);
  }

  /** A second one who is not there gets an id of his own. */
  private static String distinct(String csv) {
    int first = csv.indexOf(People.id(900).text());
    int second = csv.indexOf(People.id(900).text(), first + 1);
    return second < 0
        ? csv
        : csv.substring(0, second) + People.id(901).text() + csv.substring(second + 26);
  }

  @Test
  void tooManyErrorsEndIt() {
    StringBuilder csv = new StringBuilder("username,city\n");
    for (int i = 1; i <= USERS; i++) {
      csv.append(i % 3 == 0 ? "nobody" + i : "u" + i).append(",Rome\n");
    }
    takeIn(store, csv.toString(), ImportMode.UPDATE);
    Limits two = new Limits(false, 2L, null, new StopSign(), false);
    assertThat(go(store, Way.within(two, 5000))).isEqualTo(Ending.ERRORS);
    Counts counts = counts(store);
    assertThat(counts.of(RowState.FAILED)).as("more than two").isEqualTo(3);
    assertThat(counts.of(RowState.CHANGED)).isEqualTo(6);
    try (SqliteDirectory directory = Stores.open(store)) {
      assertThat(directory.journal().find(RUN).orElseThrow().state()).isEqualTo(RunState.STOPPED);
    }
    assertThat(go(store, Way.within(two, 7))).as("counted anew").isEqualTo(Ending.ERRORS);
    assertThat(counts(store).of(RowState.FAILED)).isEqualTo(6);
    assertThat(go(store, Way.within(two, 1))).isEqualTo(Ending.DONE);
    assertThat(counts(store).of(RowState.CHANGED)).isEqualTo(16);
  }

  private static String everybody() {
    StringBuilder csv = new StringBuilder("username,city\n");
    for (int i = 1; i <= USERS; i++) {
      csv.append("u").append(i).append(",Rome\n");
    }
    return csv.toString();
  }

  @Test
  void itsTimeEndsIt() {
    takeIn(store, everybody(), ImportMode.UPDATE);
    Limits over = new Limits(false, null, People.NOON, new StopSign(), false);
    assertThat(go(store, Way.within(over, 5))).as("no time at all").isEqualTo(Ending.TIME);
    assertThat(counts(store).left()).isEqualTo(USERS);
    int[] asked = {0};
    InstantSource ticking = () -> People.NOON.plusSeconds(asked[0]++);
    Instant until = People.NOON.plusSeconds(2);
    Limits soon = new Limits(false, null, until, new StopSign(), false);
    Way way = new Way(Mortal.never(), soon, 5, NOBODY, ticking.withZone(ZoneOffset.UTC));
    assertThat(go(store, way)).isEqualTo(Ending.TIME);
    assertThat(counts(store).of(RowState.CHANGED)).as("two bites").isEqualTo(10);
    assertThat(go(store, Way.within(NO_LIMITS, 5))).isEqualTo(Ending.DONE);
    assertThat(counts(store).of(RowState.CHANGED)).isEqualTo(USERS);
  }

  @Test
  void whoAsksIsHeardAfterTheRowsThatWereBegun() {
    takeIn(store, everybody(), ImportMode.UPDATE);
    StopSign sign = new StopSign();
    RunWatcher raising =
        new RunWatcher() {
          @Override
          public void row(RowResult result) {
            if (result.row().seq() == 8) {
              sign.raise();
            }
          }

          @Override
          public void progress(long done, long all) {}
        };
    Limits limits = new Limits(false, null, null, sign, false);
    assertThat(go(store, new Way(Mortal.never(), limits, 5, raising, clock())))
        .isEqualTo(Ending.ASKED);
    assertThat(counts(store).of(RowState.CHANGED)).isEqualTo(10);
    assertThat(counts(store).left()).isEqualTo(USERS - 10);
  }

  /** Asked at the very end there is nothing left to go on with. */
  @Test
  void whoAsksTooLateGetsARunThatIsDone() {
    takeIn(store, everybody(), ImportMode.UPDATE);
    StopSign sign = new StopSign();
    RunWatcher raising =
        new RunWatcher() {
          @Override
          public void row(RowResult result) {
            sign.raise();
          }

          @Override
          public void progress(long done, long all) {}
        };
    Limits limits = new Limits(false, null, null, sign, false);
    assertThat(go(store, new Way(Mortal.never(), limits, 5000, raising, clock())))
        .isEqualTo(Ending.DONE);
  }
}
