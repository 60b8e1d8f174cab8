package dev.profilectl.cli.run;

import dev.profilectl.bulk.RowRecord;
import dev.profilectl.bulk.RowState;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.bulk.KnownRun;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.Rows;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run show}. */
@Command(
    name = "show",
    header = {
      "Show one run: its counts, or what became of its rows.",
      "",
      "  profilectl run show 20261120-101500-k3x9a",
      "  profilectl run show 20261120-101500-k3x9a --rows failed"
    })
public final class RunShowCommand implements Callable<Integer> {
  private static final int SOME = 1000;
  private static final List<String> WHICH = List.of("all", "failed", "left");

  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  @Option(
      names = "--rows",
      paramLabel = "all|failed|left",
      description = "Show these rows, one by one.")
  @Nullable String rows;

  @Parameters(paramLabel = "RUN", description = RunNoun.ID)
  String id;

  /** In a workspace. */
  public RunShowCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    if (rows != null && !WHICH.contains(rows)) {
      throw new Usage(Message.of("usage.option", "--rows", rows, String.join(", ", WHICH)));
    }
    try (Session session = shared.open(workspace)) {
      KnownRun known = KnownRun.of(session, id);
      if (rows == null) {
        session
            .printer(shape)
            .one(
                RunColumns.ofOne(),
                new RunColumns.Counted(known.run(), known.journal().counts(id)));
        return ExitCode.OK.number();
      }
      try (Rows<RowRecord> shown = session.printer(shape).many(columns())) {
        long after = 0;
        List<RowRecord> some = known.journal().rows(id, after, SOME);
        while (!some.isEmpty()) {
          some.stream().filter(this::isWanted).forEach(shown::add);
          after = some.getLast().row().seq();
          some = known.journal().rows(id, after, SOME);
        }
      }
      return ExitCode.OK.number();
    }
  }

  private boolean isWanted(RowRecord record) {
    RowState state = record.state();
    boolean left = state == RowState.PENDING || state == RowState.STARTED;
    return "all".equals(rows) || ("failed".equals(rows) ? state == RowState.FAILED : left);
  }

  private static List<Column<RowRecord>> columns() {
    return List.of(
        Column.of("line", record -> record.row().place()),
        Column.<RowRecord>of("key", record -> record.row().key()).whole(),
        Column.<RowRecord>of(
                "id", record -> record.row().user() == null ? null : record.row().user().text())
            .id()
            .detail(),
        Column.of("outcome", record -> record.state().word()),
        Column.of("code", r -> r.trouble() == null ? null : r.trouble().code()),
        Column.of("message", r -> r.trouble() == null ? null : r.trouble().message()));
  }
}
