package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.RunWatcher;
import dev.profilectl.bulk.StopSign;
import dev.profilectl.bulk.Withheld;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Imports into a store of some users, which may die on the way. */
abstract class ImportRuns {
  static final String RUN = "20260102-120000-aaaaa";
  static final int USERS = 24;
  static final ProfileRules RULES = new ProfileRules(new ProfileValidator());
  static final Limits NO_LIMITS = new Limits(false, null, null, new StopSign(), false);
  static final RunWatcher NOBODY =
      new RunWatcher() {
        @Override
        public void row(RowResult result) {}

        @Override
        public void progress(long done, long all) {}
      };

  @TempDir Path folder;
  Path store;

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

  static ImportChoice choice(ImportMode mode) {
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

  static Clock clock() {
    return Clock.fixed(People.NOON, ZoneOffset.UTC);
  }

  void takeIn(Path file, String csv, ImportMode mode) {
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
  record Way(Mortal mortal, Limits limits, int atOnce, RunWatcher watcher, Clock clock) {
    static Way dying(Mortal mortal, int atOnce) {
      return new Way(mortal, NO_LIMITS, atOnce, NOBODY, InterruptedImportTest.clock());
    }

    static Way within(Limits limits, int atOnce) {
      return new Way(Mortal.never(), limits, atOnce, NOBODY, InterruptedImportTest.clock());
    }
  }

  /** What became of it; {@code null} where the process died. */
  static @Nullable Ending go(Path file, Way way) {
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

  static Counts counts(Path file) {
    try (SqliteDirectory directory = Stores.open(file)) {
      return directory.journal().counts(RUN);
    }
  }

  /** Every user, without what differs by the number of attempts. */
  static Map<String, String> users(Path file) {
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
  static Map<String, Long> entries(Path file) {
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
  static String mixture() {
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

  Path copy(String name) throws IOException {
    return Files.copy(store, folder.resolve(name));
  }
}
