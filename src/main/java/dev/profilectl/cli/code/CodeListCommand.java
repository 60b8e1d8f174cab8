package dev.profilectl.cli.code;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.output.Rows;
import dev.profilectl.validation.CodeCatalogue;
import dev.profilectl.validation.CodeEntry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code code list}. */
@Command(
    name = "list",
    header = {
      "List every documented code, and our own.",
      "",
      "  profilectl code list",
      "  profilectl code list -o json --lang zh"
    })
public final class CodeListCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  /** In a workspace. */
  public CodeListCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      try (Rows<CodeEntry> rows = session.printer(shape).many(CodeColumns.in(session.locale()))) {
        CodeCatalogue.all().forEach(rows::add);
      }
      return ExitCode.OK.number();
    }
  }
}
