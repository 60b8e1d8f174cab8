package dev.profilectl.cli.store;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import dev.profilectl.output.Rows;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code store check}. */
@Command(
    name = "check",
    header = {
      "Check the store: the file, its references, every picture's hash, profiles against history.",
      "",
      "  profilectl store check",
      "  profilectl store check --store team.db -o json"
    })
public final class StoreCheckCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;

  /** In a workspace. */
  public StoreCheckCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      List<Message> found = session.care().check();
      Printer printer = session.printer();
      try (Rows<Message> rows =
          printer.many(List.of(Column.<Message>of("problem", m -> m.in(session.locale()))))) {
        found.forEach(rows::add);
      }
      session.note(
          found.isEmpty() ? Message.of("check.sound") : Message.of("check.found", found.size()));
      return (found.isEmpty() ? ExitCode.OK : ExitCode.FAILURE).number();
    }
  }
}
