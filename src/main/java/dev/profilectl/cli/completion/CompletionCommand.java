package dev.profilectl.cli.completion;

import dev.profilectl.cli.CommandShape;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code completion}. */
@Command(
    name = "completion",
    header = {
      "Print the script that completes commands, flags and values in bash, zsh or fish.",
      "",
      "  profilectl completion bash",
      "  profilectl completion fish --lang en"
    })
public final class CompletionCommand implements Callable<Integer> {
  /** The shells there are scripts for. */
  static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  String shell;

  /** In a workspace. */
  public CompletionCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      session.printer().drawn(script(CommandShape.all(workspace), shell).lines().toList());
      return ExitCode.OK.number();
    }
  }

  /**
   * The script for a shell.
   *
   * @throws Usage where there is none for it
   */
  static String script(CommandShape commands, String shell) {
    return switch (shell) {
      case "bash" -> new BashScript(commands).text();
      case "zsh" -> new ZshScript(commands).text();
      case "fish" -> new FishScript(commands).text();
      default ->
          throw new Usage(
              Nearest.to(shell, SHELLS)
                  .map(near -> Message.of("completion.shell-near", shell, near))
                  .orElseGet(
                      () -> Message.of("completion.shell", shell, String.join(", ", SHELLS))));
    };
  }
}
