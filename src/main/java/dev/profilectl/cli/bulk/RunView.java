package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.RowResult;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.RunWatcher;
import dev.profilectl.cli.FailureReport;
import dev.profilectl.cli.FailureReport.Place;
import dev.profilectl.cli.FieldChanges;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Wait;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows a run while it is at work: what changed as the result, what failed beside it. */
final class RunView implements RunWatcher, AutoCloseable {
  /** What a person may want to see; machines get all. */
  private static final long MOST_SHOWN = 50;

  private static final long MOST_SENTENCES = 100;

  private final Session session;
  private final String file;
  private final ProgressLine progress;
  private final boolean forPeople;
  private @Nullable Rows<Shown> perField;
  private @Nullable Rows<RowResult> perRow;
  private long shown;
  private long notShown;
  private long failed;
  private long unchanged;
  private long sentences;
  private Consumer<RowResult> onlooker = _ -> {};

  /** A change of one field, or of none where a user was made or taken away without. */
  private record Shown(RowResult row, @Nullable FieldChange change) {
    @Nullable String key() {
      return RunView.name(row);
    }

    @Nullable Object value(@Nullable Object value) {
      return change == null ? null : FieldChanges.shown(change.field(), value);
    }
  }

  /** For a run over a file; {@code ""} where it reads none. */
  RunView(Session session, String file, ProgressLine progress) {
    this.session = session;
    this.file = file;
    this.progress = progress;
    this.forPeople = session.format() == OutputFormat.TABLE;
  }

  private static @Nullable String name(RowResult row) {
    return row.user() == null ? row.row().key() : row.user().username();
  }

  private List<Column<Shown>> fieldColumns() {
    return List.of(
        Column.<Shown>of("line", shown -> shown.row.row().place()).whole(),
        Column.<Shown>of("key", Shown::key).whole(),
        Column.of("outcome", shown -> shown.row.state().word()),
        Column.<Shown>of("field", s -> s.change == null ? null : s.change.field().key()).whole(),
        Column.of("old", s -> s.change == null ? null : s.value(s.change.before())),
        Column.of("new", s -> s.change == null ? null : s.value(s.change.after())));
  }

  private List<Column<RowResult>> rowColumns() {
    return List.of(
        Column.of("line", row -> row.row().place()),
        Column.of("key", RunView::name),
        Column.<RowResult>of("id", row -> row.user() == null ? null : row.user().id().text()).id(),
        Column.of("outcome", row -> row.state().word()),
        Column.of("changed", row -> FieldChanges.objects(row.changes())));
  }

  /** The same, where somebody else looks on as well. */
  RunView also(Consumer<RowResult> other) {
    onlooker = other;
    return this;
  }

  @Override
  public void row(RowResult result) {
    onlooker.accept(result);
    if (result.failure() != null) {
      failed++;
      tell(result);
    }
    unchanged += result.state() == RowState.UNCHANGED ? 1 : 0;
    result.remarks().forEach(session::note);
    boolean changed =
        !result.changes().isEmpty()
            || result.state() == RowState.CREATED
            || result.state() == RowState.DELETED;
    if (changed) {
      show(result);
    }
  }

  private void show(RowResult result) {
    if (forPeople && shown >= MOST_SHOWN) {
      notShown++;
      return;
    }
    shown++;
    progress.clear();
    OutputFormat format = session.format();
    if (format.structured() || format == OutputFormat.ID) {
      rows().add(result);
    } else if (result.changes().isEmpty()) {
      fields().add(new Shown(result, null));
    } else {
      result.changes().forEach(change -> fields().add(new Shown(result, change)));
    }
  }

  private Rows<RowResult> rows() {
    if (perRow == null) {
      perRow = session.printer().many(rowColumns());
    }
    return perRow;
  }

  private Rows<Shown> fields() {
    if (perField == null) {
      perField = session.printer().many(fieldColumns());
    }
    return perField;
  }

  private void tell(RowResult result) {
    sentences++;
    if (sentences <= MOST_SENTENCES || session.format().json()) {
      progress.clear();
      Place place = result.row().line() == 0 ? null : new Place(file, result.row().line());
      session.report(
          new FailureReport.Row(
              place, result.row().key(), Optional.ofNullable(result.failure()).orElseThrow()));
    }
  }

  @Override
  public void progress(long done, long all) {
    progress.tell(new ProgressLine.Standing(done, all, failed, unchanged));
  }

  /** It waits; told by any thread. */
  void waiting(Wait wait) {
    progress.waiting(wait);
  }

  /** The run came to its end: an empty result has its header too. */
  void end() {
    if (perRow == null && perField == null) {
      boolean structured = session.format().structured() || session.format() == OutputFormat.ID;
      if (structured) {
        rows();
      } else if (!forPeople) {
        fields();
      }
    }
    close();
  }

  /** Ends the result, and says what was not shown; once. */
  @Override
  public void close() {
    progress.clear();
    if (perRow != null) {
      perRow.close();
    }
    if (perField != null) {
      perField.close();
    }
    if (notShown > 0) {
      session.note(Message.of("bulk.more-changes", notShown));
      notShown = 0;
    }
    if (sentences > MOST_SENTENCES && !session.format().json()) {
      session.note(Message.of("bulk.more-failures", sentences - MOST_SENTENCES));
      sentences = 0;
    }
  }
}
