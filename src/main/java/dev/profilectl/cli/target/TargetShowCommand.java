package dev.profilectl.cli.target;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.config.Target;
import dev.profilectl.output.Column;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Printer;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code target show}. */
@Command(
    name = "show",
    header = {
      "Show a target's settings, given or usual; never a token.",
      "",
      "  profilectl target show",
      "  profilectl target show shop -o json"
    })
public final class TargetShowCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = TargetNoun.NAME + " The one in use where it is not given.")
  @Nullable String name;

  /** In a workspace. */
  public TargetShowCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      String shown = name == null ? session.targetName() : name;
      TargetRow row =
          shown.equals(Target.LOCAL)
              ? TargetRow.local(session)
              : TargetRow.of(session, workspace.targets().get(shown));
      print(session, session.printer(shape), row);
      return ExitCode.OK.number();
    }
  }

  /** A person sees what there is; a script finds every key. */
  static void print(Session session, Printer printer, TargetRow row) {
    boolean brief = session.format() == OutputFormat.TABLE && printer.page().fields().isEmpty();
    List<Column<TargetRow>> columns =
        TargetRow.ALL.stream().filter(column -> !brief || column.value().of(row) != null).toList();
    printer.one(columns, row);
  }
}
