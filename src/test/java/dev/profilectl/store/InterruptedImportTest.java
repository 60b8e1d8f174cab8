package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.bulk.Counts;
import dev.profilectl.bulk.Ending;
import dev.profilectl.bulk.Execution;
import dev.profilectl.bulk.ImportChoice;
import dev.profilectl.bulk.ImportMode;
import dev.profilectl.bulk.ImportWork;
import dev.profilectl.bulk.Inputs;
import dev.profilectl.bulk.Intake;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Limits;
import dev.profilectl.bulk.RowResult;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.RunWatcher;
import dev.profilectl.bulk.StopSign;
import dev.profilectl.bulk.Withheld;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.HistoryEntry;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.People;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.UserRef;
import dev.profilectl.validation.ProfileValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that end before their last row, at every point where they can. */
class InterruptedImportTest {
  private static final String RUN = "20260102-120000-aaaaa";
  private static final int USERS = 24;
  private static final ProfileRules RULES = new ProfileRules(new ProfileValidator());
  private static final Limits NO_LIMITS = new Limits(false, null, null, new StopSign(), false);
  private static final RunWatcher NOBODY =
      new RunWatcher() {
        @Override
        public void row(RowResult result) {}

        @Override
        public void progress(long done, long all) {}
      };

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void makeUsers() {
    store = folder.resolve("store.db");
    List<Edit> makes = new ArrayList<>();
    for (int i = 1; i <= USERS; i++) {
      makes.add(
          new Edit.Create(People.id(i), People.set(Field.USERNAME, "u" + i, Field.CITY, "Oslo")));
    }
    try (SqliteDirectory directory = Stores.open(store)) {
      directory.apply(makes, Stores.ORIGIN);
    }
  }

  private static ImportChoice choice(ImportMode mode) {
    return new ImportChoice(
        "people.csv",
        mode,
        Optional.empty(),
        Map.of(),
        Map.of(),
        null,
        Set.of(),
        ImportChoice.NO_PROOF);
  }

  private static Clock clock() {
    return Clock.fixed(People.NOON, ZoneOffset.UTC);
  }

  private void takeIn(Path file, String csv, ImportMode mode) {
    try (SqliteDirectory directory = Stores.open(file)) {
      Journal journal = directory.journal();
      journal.begin(
          new Run(
              new Origin(RUN, "tester", null),
              "local",
              "user import people.csv",
              People.NOON,
              RunState.READING,
              choice(mode).settings()));
      ImportWork work = new ImportWork(choice(mode), RULES, new Withheld());
      var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
      new Intake(new Intake.Place(journal, RUN, Locale.ENGLISH), work, directory, NOBODY)
          .take(Inputs.open(bytes, new Inputs.Choice("people.csv", null, null)));
    }
  }

  /** How a run is done. */
  private record Way(Mortal mortal, Limits limits, int atOnce, RunWatcher watcher, Clock clock) {
    static Way dying(Mortal mortal, int atOnce) {
      return new Way(mortal, NO_LIMITS, atOnce, NOBODY, InterruptedImportTest.clock());
    }

    static Way within(Limits limits, int atOnce) {
      return new Way(Mortal.never(), limits, atOnce, NOBODY, InterruptedImportTest.clock());
    }
  }

  /** What became of it; {@code null} where the process died. */
  private static @Nullable Ending go(Path file, Way way) {
    try (SqliteDirectory directory = Stores.open(file)) {
      Journal journal = directory.journal();
      Run run = journal.find(RUN).orElseThrow();
      var job =
          new Execution.Job(
              run,
              way.mortal.around(Journal.class, journal, Set.of("mark", "set")),
              way.mortal.around(
                  ProfileDirectory.class, directory, Set.of("apply", "applyAtomically")),
              new ImportWork(ImportChoice.of(run.settings()), RULES, new Withheld()),
              way.atOnce,
              way.clock,
              Locale.ENGLISH);
      return new Execution(job, way.limits, way.watcher).go();
    } catch (Mortal.Death died) {
      return null;
    }
  }

  private static Counts counts(Path file) {
    try (SqliteDirectory directory = Stores.open(file)) {
      return directory.journal().counts(RUN);
    }
  }

  /** Every user, without what differs by the number of attempts. */
  private static Map<String, String> users(Path file) {
    Map<String, String> users = new TreeMap<>();
    try (SqliteDirectory directory = Stores.open(file)) {
      assertThat(directory.care().check()).isEmpty();
      directory.list(
          user ->
              users.put(
                  user.username(),
                  user.get(Field.CITY) + " " + user.get(Field.NICKNAME) + " v" + user.version()));
    }
    return users;
  }

  /** How often the run stands in the history of a user. */
  private static Map<String, Long> entries(Path file) {
    Map<String, Long> entries = new TreeMap<>();
    try (SqliteDirectory directory = Stores.open(file)) {
      List<String> names = new ArrayList<>();
      directory.list(user -> names.add(user.username()));
      for (String name : names) {
        List<HistoryEntry> history =
            directory.history(new UserRef.ByUsername(name)).orElseThrow().entries();
        entries.put(
            name, history.stream().filter(entry -> entry.origin().run().equals(RUN)).count());
      }
    }
    return entries;
  }

  /** Changes, new users, rows that change nothing, and rows that fail in three ways. */
  private static String mixture() {
    StringBuilder csv = new StringBuilder("username,id,city,nickname\n");
    for (int i = 1; i <= USERS; i++) {
      csv.append(i % 5 == 0 ? "u%d,,Oslo,\n".formatted(i) : "u%d,,Rome,N%d\n".formatted(i, i));
      if (i % 4 == 0) {
        csv.append("new%d,,Bern,\n".formatted(i));
      }
      if (i % 7 == 0) {
        // somebody new, under a name that somebody has
        csv.append("U%d,%s,Bern,\n".formatted(i - 1, People.id(900 + i).text()));
      }
      if (i % 11 == 0) {
        csv.append("x%d,,%s,\n".formatted(i, "y".repeat(33)));
      }
    }
    return csv.toString();
  }

  private Path copy(String name) throws IOException {
    return Files.copy(store, folder.resolve(name));
  }

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
    assertThat(go(store, Way.within(two, 1))).isEqualTo(Ending.ERRORS);
    Counts counts = counts(store);
    assertThat(counts.of(RowState.FAILED)).as("more than two").isEqualTo(3);
    assertThat(counts.of(RowState.CHANGED)).isEqualTo(6);
    try (SqliteDirectory directory = Stores.open(store)) {
      assertThat(directory.journal().find(RUN).orElseThrow().state()).isEqualTo(RunState.STOPPED);
    }
    assertThat(go(store, Way.within(two, 1))).as("counted anew").isEqualTo(Ending.ERRORS);
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
