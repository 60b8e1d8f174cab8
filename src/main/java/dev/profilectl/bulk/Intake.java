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
  private final List<RunRow> rows = new ArrayList<>();
  private final List<Step.Ask> asked = new ArrayList<>();
  private final List<RunRow> failed = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private long seq;

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
    for (boolean more = true; more; ) {
      more = next(reader, forecast);
      if (rows.size() + failed.size() >= CHUNK) {
        flush(forecast);
      }
    }
    flush(forecast);
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

  private boolean next(RowReader reader, Forecast forecast) {
    Optional<Row> row;
    try {
      row = reader.next();
    } catch (Invalid unreadable) {
      if (unreadable.problems().getFirst().code().equals("input-malformed")) {
        throw unreadable;
      }
      Object line = unreadable.problems().getFirst().parameters().get("line");
      fail(new RunRow(++seq, line instanceof Long n ? n : 0, null, null, null), unreadable);
      forecast.invalid();
      return true;
    }
    row.ifPresent(read -> judge(read, forecast));
    return row.isPresent();
  }

  private void judge(Row row, Forecast forecast) {
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
      rows.add(known);
      asked.add(ask);
    } else {
      fail(known, Objects.requireNonNull(said.wrong()));
      forecast.invalid();
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

  private void fail(RunRow row, Invalid wrong) {
    failed.add(row);
    marks.add(
        new Mark(row.seq(), RowState.FAILED, null, List.of(), Trouble.of(wrong, place.locale)));
    watcher.row(RowResult.failed(row, wrong));
  }

  private void flush(Forecast forecast) {
    List<RunRow> all = new ArrayList<>(forecast.of(List.copyOf(rows), asked));
    all.addAll(failed);
    if (!all.isEmpty()) {
      place.journal.add(place.run, all);
    }
    if (!marks.isEmpty()) {
      place.journal.mark(place.run, marks);
    }
    rows.clear();
    asked.clear();
    failed.clear();
    marks.clear();
  }
}
