package dev.profilectl.cli.store;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.output.Column;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code store info}. */
@Command(
    name = "info",
    header = {
      "Show where the store is and what is in it.",
      "",
      "  profilectl store info",
      "  profilectl store info --store team.db -o json"
    })
public final class StoreInfoCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  /** In a workspace. */
  public StoreInfoCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      Map<String, Object> facts = session.care().info();
      List<Column<Map<String, Object>>> columns =
          facts.keySet().stream()
              .map(fact -> Column.<Map<String, Object>>of(fact, row -> row.get(fact)))
              .toList();
      session.printer(shape).one(columns, facts);
      return ExitCode.OK.number();
    }
  }
}
