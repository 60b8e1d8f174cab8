package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.bulk.Counts;
import dev.profilectl.bulk.Ending;
import dev.profilectl.bulk.ImportMode;
import dev.profilectl.bulk.RowState;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Imports that end before their last row, at every point where they can. */
class InterruptedImportTest extends ImportRuns {
  @Test
  void nothingIsLostOrDoneTwiceWhereverItDies() throws IOException {
    takeIn(store, mixture(), ImportMode.UPSERT);
    Path whole = copy("whole.db");
    assertThat(go(whole, Way.dying(Mortal.never(), 7))).isEqualTo(Ending.DONE);
    Map<String, String> wanted = users(whole);
    Counts counts = counts(whole);
    assertThat(counts.of(RowState.CREATED)).isEqualTo(6);
    assertThat(counts.of(RowState.FAILED)).isEqualTo(5);
    int points = 0;
    for (boolean after : new boolean[] {false, true}) {
      for (int at = 0; ; at++) {
        Path file = copy("at" + at + after + ".db");
        String where = "call " + at + (after ? ", after it" : ", before it");
        if (go(file, Way.dying(new Mortal(at, after), 7)) != null) {
          break;
        }
        points++;
        // whoever goes on may take other bites
        assertThat(go(file, Way.dying(Mortal.never(), 3 + at % 9)))
            .as(where)
            .isEqualTo(Ending.DONE);
        assertThat(users(file)).as(where).isEqualTo(wanted);
        assertThat(counts(file)).as(where).isEqualTo(counts);
        assertThat(entries(file).values()).as(where).allMatch(times -> times <= 1);
        Files.delete(file);
      }
    }
    assertThat(points).as("points at which it died").isGreaterThan(20);
  }

  @Test
  void itMayDieAgainAndAgain() throws IOException {
    takeIn(store, mixture(), ImportMode.UPSERT);
    Path whole = copy("whole.db");
    go(whole, Way.dying(Mortal.never(), 7));
    for (long seed = 1; seed <= 30; seed++) {
      Random random = new Random(seed);
      Path file = copy("seed" + seed + ".db");
      Ending ending = null;
      for (int death = 0; ending == null; death++) {
        assertThat(death).as("seed %d goes on at all", seed).isLessThan(500);
        Mortal mortal = new Mortal(random.nextInt(6), random.nextBoolean());
        ending = go(file, Way.dying(mortal, 1 + random.nextInt(9)));
      }
      assertThat(users(file)).as("seed %d", seed).isEqualTo(users(whole));
      assertThat(counts(file)).as("seed %d", seed).isEqualTo(counts(whole));
      assertThat(entries(file)).as("seed %d", seed).isEqualTo(entries(whole));
      Files.delete(file);
    }
  }

  /** What another person did between the crash and going on is left alone. */
  @Test
  void whatWasDoneBeforeItDiedIsNotDoneOverAnothersChange() {
    takeIn(store, "username,city\nu1,Rome\nu2,Rome\n", ImportMode.UPDATE);
    assertThat(go(store, Way.dying(new Mortal(1, true), 5000))).as("after apply").isNull();
    try (SqliteDirectory directory = Stores.open(store)) {
      directory.apply(
          List.of(new Edit.Update(People.id(1), People.set(Field.CITY, "Kyiv"), null)),
          new Origin("20260102-120001-bbbbb", "other", null));
    }
    assertThat(go(store, Way.dying(Mortal.never(), 1))).isEqualTo(Ending.DONE);
    assertThat(users(store))
        .containsEntry("u1", "Kyiv null v3")
        .containsEntry("u2", "Rome null v2");
    assertThat(counts(store).of(RowState.CHANGED)).isEqualTo(2);
  }

  /** The rest of the journal tells by the user what was done; so a user stands in a run once. */
  @Test
  void twoRowsAboutOneUserAreRefusedHoweverTheyNameThem() {
    try (SqliteDirectory directory = Stores.open(store)) {
      directory.apply(
          List.of(new Edit.Update(People.id(1), People.set(Field.EMAIL, "a@b.org"), null)),
          Stores.ORIGIN);
    }
    assertThatThrownBy(
            () ->
                takeIn(
                    store,
                    "id,username,email,city\n%s,,,Rome\n,u2,,Rome\n,,a@b.org,Rome\n"
                        .formatted(People.id(1).text()),
                    ImportMode.UPDATE))
        .isInstanceOfSatisfying(
            Conflict.class,
            conflict ->
                assertThat(conflict.sentence().in(Locale.ENGLISH)).contains("lines 2 and 4"));
  }
}
