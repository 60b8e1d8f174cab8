package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.validation.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes an input in: every row is judged and written down before the first is acted on, so that
 * nothing is done of an input that has to be refused.
 */
public final class Intake {
  private static final int CHUNK = 5000;
  private static final int MOST_DUPLICATES = 20;

  private final Place place;
  private final ImportWork work;
  private final @Nullable ProfileDirectory live;
  private final RunWatcher watcher;
  private final SecretColumns secrets;
  private final SeenKeys seen = new SeenKeys();
  private final Set<RowKey> keys = EnumSet.noneOf(RowKey.class);
  private final List<Problem> duplicates = new ArrayList<>();
  private long seq;

  /** Rows that were read and judged, and what ended the reading, if anything did. */
  private static final class Judged {
    private final List<RunRow> rows = new ArrayList<>();
    private final List<Step.Ask> asked = new ArrayList<>();
    private final List<RunRow> failed = new ArrayList<>();
    private final List<Invalid> wrong = new ArrayList<>();
    private boolean last;
    private @Nullable RuntimeException broken;

    int size() {
      return rows.size() + failed.size();
    }

    void fail(RunRow row, Invalid why) {
      failed.add(row);
      wrong.add(why);
    }
  }

  /**
   * Where rows are written down.
   *
   * @param journal the journal, in which the run was begun
   * @param run its id
   * @param locale the language in which it keeps what is wrong
   */
  public record Place(Journal journal, String run, Locale locale) {}

  /**
   * For a run.
   *
   * @param live whose users are looked at to tell what is going to be done; {@code null} for none
   * @param watcher is told the rows that break rules
   */
  public Intake(Place place, ImportWork work, @Nullable ProfileDirectory live, RunWatcher watcher) {
    this.place = place;
    this.work = work;
    this.live = live;
    this.watcher = watcher;
    this.secrets = new SecretColumns(work.sense(), work.withheld());
  }

  /**
   * Takes all rows.
   *
   * @return what they are going to do
   * @throws Invalid where the input cannot be read to its end
   * @throws Conflict where two rows are about the same user
   * @throws Failure.Usage for a column without a field
   */
  public Preview take(RowReader reader) {
    RowSense sense = work.sense();
    sense.check(reader.columns());
    Forecast forecast = new Forecast(live, sense.touched(reader.columns()));
    try (Ahead<Judged> ahead = new Ahead<>(() -> judge(reader))) {
      for (boolean more = true; more; ) {
        Judged some = ahead.take();
        write(some, forecast);
        if (some.broken != null) {
          throw some.broken;
        }
        more = !some.last;
      }
    }
    if (keys.size() > 1) {
      // one by the id, another by the e-mail address
      place.journal.twins(place.run).ifPresent(this::refuseTwins);
    }
    refuseDuplicates();
    return forecast.preview();
  }

  /** The columns that were passed over, sorted. */
  public Set<String> ignored() {
    return work.sense().ignored();
  }

  /** The next rows, so many as are written down at once. */
  private Judged judge(RowReader reader) {
    Judged some = new Judged();
    try {
      while (!some.last && some.size() < CHUNK) {
        some.last = !next(reader, some);
      }
    } catch (RuntimeException broken) {
      // What was read before it is told before it.
      some.broken = broken;
    }
    return some;
  }

  private boolean next(RowReader reader, Judged some) {
    Optional<Row> row;
    try {
      row = reader.next();
    } catch (Invalid unreadable) {
      if (unreadable.problems().getFirst().code().equals("input-malformed")) {
        throw unreadable;
      }
      Object line = unreadable.problems().getFirst().parameters().get("line");
      some.fail(new RunRow(++seq, line instanceof Long n ? n : 0, null, null, null), unreadable);
      return true;
    }
    row.ifPresent(read -> judge(read, some));
    return row.isPresent();
  }

  private void judge(Row row, Judged some) {
    secrets.count();
    Said said = work.sense().read(row);
    if (!work.sense().isWanted(said)) {
      return;
    }
    String name = said.name();
    if (name != null) {
      note(said.key().orElseThrow(), name, row.line());
    }
    RunRow known = new RunRow(++seq, row.line(), name, secrets.cells(row), null);
    if (work.step(said) instanceof Step.Ask ask) {
      some.rows.add(known);
      some.asked.add(ask);
    } else {
      some.fail(known, Objects.requireNonNull(said.wrong()));
    }
  }

  private void refuseTwins(Twins twins) {
    Problem problem =
        new Problem("row", "duplicate-key", Map.of("value", twins.key(), "line", twins.first()));
    refuse(problem.with("at", twins.second()));
  }

  private void note(RowKey key, String name, long line) {
    keys.add(key);
    OptionalLong first = seen.add(key, name, line);
    if (first.isPresent() && duplicates.size() < MOST_DUPLICATES) {
      Map<String, Object> facts = Map.of("value", name, "line", first.getAsLong());
      duplicates.add(new Problem(key.word(), "duplicate-key", facts).with("at", line));
    }
  }

  private void refuseDuplicates() {
    if (!duplicates.isEmpty()) {
      refuse(duplicates.getFirst());
    }
  }

  private void refuse(Problem first) {
    throw new Conflict(
        Message.of(
            "bulk.duplicates",
            work.choice().file(),
            first.parameters().get("value") + "",
            first.parameters().get("line") + "",
            first.parameters().get("at") + ""),
        first);
  }

  private void write(Judged some, Forecast forecast) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < some.failed.size(); i++) {
      RunRow row = some.failed.get(i);
      Trouble trouble = Trouble.of(some.wrong.get(i), place.locale);
      forecast.invalid();
      marks.add(new Mark(row.seq(), RowState.FAILED, null, List.of(), trouble));
      watcher.row(RowResult.failed(row, some.wrong.get(i)));
    }
    if (some.broken != null) {
      return;
    }
    List<RunRow> all = new ArrayList<>(forecast.of(some.rows, some.asked));
    all.addAll(some.failed);
    if (!all.isEmpty()) {
      place.journal.add(place.run, all);
    }
    if (!marks.isEmpty()) {
      place.journal.mark(place.run, marks);
    }
  }
}
