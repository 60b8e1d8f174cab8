package dev.profilectl.cli.store;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code store backup}. */
@Command(
    name = "backup",
    header = {
      "Copy the store to a file, consistent also while others write.",
      "",
      "  profilectl store backup monday.db",
      "  profilectl store backup monday.db --store team.db"
    })
public final class StoreBackupCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Parameters(paramLabel = "FILE", description = "The copy; must not be there yet.")
  String file;

  /** In a workspace. */
  public StoreBackupCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      Path copy = workspace.file(file);
      session.care().backup(copy);
      Printer printer = session.printer();
      if (printer.structured()) {
        printer.one(List.of(Column.<Path>of("file", Path::toString)), copy);
      } else {
        printer.line(copy.toString());
      }
      return ExitCode.OK.number();
    }
  }
}
