package dev.profilectl.cli.target;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.output.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code target list}. */
@Command(
    name = "list",
    header = {
      "List the targets, the local store first.",
      "",
      "  profilectl target list",
      "  profilectl target list --fields name,url,logged_in"
    })
public final class TargetListCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  /** In a workspace. */
  public TargetListCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      List<TargetRow> targets = new ArrayList<>(List.of(TargetRow.local(session)));
      workspace.targets().all().forEach(target -> targets.add(TargetRow.of(session, target)));
      try (Rows<TargetRow> rows = session.printer(shape).many(TargetRow.BRIEF)) {
        targets.forEach(rows::add);
      }
      return ExitCode.OK.number();
    }
  }
}
