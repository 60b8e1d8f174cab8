package dev.profilectl.cli.run;

import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.RunSummary;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run list}. */
@Command(
    name = "list",
    header = {
      "List what commands changed, newest first, local and remote together.",
      "",
      "  profilectl run list",
      "  profilectl run list --limit 5 -o json"
    })
public final class RunListCommand implements Callable<Integer> {
  private static final int USUAL = 20;

  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  @Option(names = "--limit", paramLabel = "N", description = "No more than these; 20.")
  int limit = USUAL;

  /** In a workspace. */
  public RunListCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new Usage(Message.of("usage.option", "--limit", limit, "1, 2, 3 …"));
    }
    try (Session session = shared.open(workspace)) {
      Optional<String> target = session.namedTarget();
      List<RunSummary> all = new ArrayList<>(session.localJournal().newest(limit));
      Optional<Journal> remote = session.remoteJournal();
      remote.ifPresent(journal -> all.addAll(journal.newest(limit)));
      try (Rows<RunSummary> rows = session.printer(shape).many(RunColumns.ofMany())) {
        all.stream()
            .filter(run -> target.isEmpty() || run.run().target().equals(target.get()))
            .sorted(Comparator.comparing((RunSummary run) -> run.run().at()).reversed())
            .limit(limit)
            .forEach(rows::add);
      }
      return ExitCode.OK.number();
    }
  }
}
