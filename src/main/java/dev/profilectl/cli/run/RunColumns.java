package dev.profilectl.cli.run;

import dev.profilectl.bulk.Counts;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.RunSummary;
import dev.profilectl.output.Column;
import java.util.List;

/** A run as a row. */
final class RunColumns {
  private RunColumns() {}

  static List<Column<RunSummary>> ofMany() {
    return List.of(
        Column.<RunSummary>of("run", summary -> summary.run().id()).id(),
        Column.<RunSummary>of("at", summary -> summary.run().at()).whole(),
        Column.of("state", summary -> state(summary.run())),
        Column.of("target", summary -> summary.run().target()),
        Column.<RunSummary>of("command", summary -> summary.run().command()).whole(),
        Column.of("users", RunSummary::users),
        Column.of("actor", summary -> summary.run().origin().actor()),
        Column.of("reason", summary -> summary.run().origin().reason()));
  }

  /** A run with its counts. */
  record Counted(Run run, Counts counts) {}

  static List<Column<Counted>> ofOne() {
    return List.of(
        Column.<Counted>of("run", counted -> counted.run.id()).id(),
        Column.of("at", counted -> counted.run.at()),
        Column.of("state", counted -> state(counted.run)),
        Column.of("target", counted -> counted.run.target()),
        Column.of("command", counted -> counted.run.command()),
        Column.of("actor", counted -> counted.run.origin().actor()),
        Column.of("reason", counted -> counted.run.origin().reason()),
        Column.of("rows", counted -> counted.counts.all()),
        Column.of("changed", counted -> counted.counts.of(RowState.CHANGED)),
        Column.of("created", counted -> counted.counts.of(RowState.CREATED)),
        Column.of("deleted", counted -> counted.counts.of(RowState.DELETED)),
        Column.of("unchanged", counted -> counted.counts.of(RowState.UNCHANGED)),
        Column.of("failed", counted -> counted.counts.of(RowState.FAILED)),
        Column.of("left", counted -> counted.counts.left()));
  }

  /** A run that is still reading has done nothing, whoever killed it. */
  private static String state(Run run) {
    return run.state() == RunState.READING ? "nothing done" : run.state().word();
  }
}
