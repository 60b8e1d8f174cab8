package dev.profilectl.cli.user;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.FieldChanges;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.History;
import dev.profilectl.profile.HistoryEntry;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserRef;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code user history}. */
@Command(
    name = "history",
    header = {
      "Show what was changed of a user, newest first; also after a deletion.",
      "",
      "  profilectl user history ada",
      "  profilectl user history ada -o json"
    })
public final class UserHistoryCommand implements Callable<Integer> {
  private static final List<Column<Row>> PER_FIELD =
      List.of(
          Column.<Row>of("version", row -> row.entry.version()).whole(),
          Column.<Row>of("at", row -> row.entry.at()).whole(),
          Column.of("action", row -> row.entry.action()),
          Column.<Row>of("field", row -> row.change == null ? null : row.change.field().key())
              .whole(),
          Column.of("old", row -> row.change == null ? null : row.value(row.change.before())),
          Column.of("new", row -> row.change == null ? null : row.value(row.change.after())),
          Column.of("actor", row -> row.entry.origin().actor()),
          Column.of("run", row -> row.entry.origin().run()),
          Column.of("reason", row -> row.entry.origin().reason()));

  private static final List<Column<HistoryEntry>> PER_CHANGE =
      List.of(
          Column.of("version", HistoryEntry::version),
          Column.of("at", HistoryEntry::at),
          Column.of("action", HistoryEntry::action),
          Column.of("changes", entry -> FieldChanges.objects(entry.changes())),
          Column.of("actor", entry -> entry.origin().actor()),
          Column.of("run", entry -> entry.origin().run()),
          Column.of("reason", entry -> entry.origin().reason()));

  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  @Parameters(paramLabel = "USER", description = "Username or id; of a deleted user too.")
  String user;

  /** In a workspace. */
  public UserHistoryCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  /** One field of one change; a change without fields is a row too. */
  private record Row(HistoryEntry entry, @Nullable FieldChange change) {
    @Nullable Object value(@Nullable Object value) {
      return change == null ? null : FieldChanges.shown(change.field(), value);
    }
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      ProfileDirectory directory = session.directory(Feature.HISTORY);
      History history =
          directory
              .history(UserRef.parse(user))
              .orElseThrow(() -> Refusals.noSuchUser(directory, user));
      Printer printer = session.printer(shape);
      if (printer.structured()) {
        try (Rows<HistoryEntry> rows = printer.many(PER_CHANGE)) {
          history.entries().forEach(rows::add);
        }
      } else {
        try (Rows<Row> rows = printer.many(PER_FIELD)) {
          for (HistoryEntry entry : history.entries()) {
            if (entry.changes().isEmpty()) {
              rows.add(new Row(entry, null));
            }
            entry.changes().forEach(change -> rows.add(new Row(entry, change)));
          }
        }
      }
      return ExitCode.OK.number();
    }
  }
}
