package dev.profilectl.cli.store;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Spans;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.profile.StoreCare;
import dev.profilectl.profile.StoreCare.Compaction;
import dev.profilectl.profile.StoreCare.Removal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code store compact}. */
@Command(
    name = "compact",
    header = {
      "Take old pictures away and give the room back; present pictures and the history stay.",
      "",
      "  profilectl store compact --keep 90d --dry-run",
      "  profilectl store compact --keep 90d --drop-originals"
    })
public final class StoreCompactCommand implements Callable<Integer> {
  private static final List<Column<Removal>> COLUMNS =
      List.of(Column.of("pictures", Removal::pictures), Column.of("bytes", Removal::bytes));

  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Option(
      names = "--keep",
      paramLabel = "SPAN",
      description = "Drop pictures that were replaced longer ago than this, 90d or 12h.")
  @Nullable String keep;

  @Option(
      names = "--drop-originals",
      description = "Drop what pictures were made from; \"avatar edit\" then has the picture only.")
  boolean dropOriginals;

  @Option(
      names = {"-n", "--dry-run"},
      fallbackValue = "true",
      description = "Show what would go; change nothing.")
  boolean dryRun;

  /** In a workspace. */
  public StoreCompactCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      Compaction what =
          new Compaction(
              keep == null ? null : workspace.clock().instant().minus(Spans.parse("--keep", keep)),
              dropOriginals);
      StoreCare care = session.careToWrite();
      Removal removal = dryRun ? care.removable(what) : care.compact(what);
      session.printer().one(COLUMNS, removal);
      if (dryRun) {
        session.note(Message.of("note.dry-run"));
      }
      return ExitCode.OK.number();
    }
  }
}
