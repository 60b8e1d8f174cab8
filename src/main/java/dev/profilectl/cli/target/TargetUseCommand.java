package dev.profilectl.cli.target;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Message;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code target use}. */
@Command(
    name = "use",
    header = {
      "Work on this target where no --target says otherwise.",
      "",
      "  profilectl target use shop",
      "  profilectl target use local"
    })
public final class TargetUseCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Parameters(paramLabel = "NAME", description = TargetNoun.NAME)
  String name;

  /** In a workspace. */
  public TargetUseCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      workspace.targets().use(name);
      TargetNoun.print(session, name);
      workspace
          .defaults()
          .ofEnvironment("target")
          .filter(other -> !other.equals(name))
          .ifPresent(other -> session.note(Message.of("target.variable-first", other)));
      return ExitCode.OK.number();
    }
  }
}
