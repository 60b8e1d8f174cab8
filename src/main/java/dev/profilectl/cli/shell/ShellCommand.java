package dev.profilectl.cli.shell;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shell}. */
@Command(
    name = "shell",
    header = {
      "Type commands at a prompt that completes them; in a pipe, run them as \"batch -\" does.",
      "",
      "  profilectl shell",
      "  profilectl shell --target shop --record today.sh"
    })
public final class ShellCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ChangeFlags change;
  @Mixin ScriptFlags script;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Write what is done there, as a script that runs outside.")
  @Nullable String record;

  /** In a workspace. */
  public ShellCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    if (workspace.nested()) {
      throw new Usage(Message.of("script.not-here", "shell"));
    }
    try (Session session = shared.open(workspace, remote)) {
      session.target();
      Recording recording = record == null ? null : Recording.to(workspace.file(record));
      Map<String, String> variables = shared.asVariables();
      boolean typed =
          workspace.channels().terminals().in() && workspace.channels().terminals().out();
      return typed
          ? new TypedLines(session, variables, recording).run()
          : Scripts.play(
              session, new Scripts.Script("-", script.keepGoing(), variables, recording));
    }
  }
}
