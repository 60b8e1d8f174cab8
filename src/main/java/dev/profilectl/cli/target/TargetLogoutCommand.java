package dev.profilectl.cli.target;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.config.Target;
import dev.profilectl.failure.Message;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code target logout}. */
@Command(
    name = "logout",
    header = {
      "Forget the tokens of a target; nothing is sent to it.",
      "",
      "  profilectl target logout shop",
      "  profilectl target logout shop -q"
    })
public final class TargetLogoutCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Parameters(paramLabel = "NAME", description = TargetNoun.NAME)
  String name;

  /** In a workspace. */
  public TargetLogoutCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      boolean removed = workspace.credentials().remove(name);
      // Also of a target that was taken out of the file by hand.
      if (!removed && !name.equals(Target.LOCAL)) {
        workspace.targets().require(name);
      }
      TargetNoun.print(session, name);
      session.note(
          removed ? Message.of("target.logged-out", name) : Message.of("target.no-tokens", name));
      return ExitCode.OK.number();
    }
  }
}
