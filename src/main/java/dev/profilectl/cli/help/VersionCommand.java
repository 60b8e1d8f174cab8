package dev.profilectl.cli.help;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code version}. */
@Command(
    name = "version",
    header = {
      "Show the program's version.",
      "",
      "  profilectl version",
      "  profilectl version -o json"
    })
public final class VersionCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;

  /** In a workspace. */
  public VersionCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      Printer printer = session.printer();
      if (printer.structured()) {
        printer.one(List.of(Column.<String>of("version", text -> text)), workspace.version());
      } else {
        printer.line("profilectl " + workspace.version());
      }
      return ExitCode.OK.number();
    }
  }
}
