package dev.profilectl.cli.target;

import dev.profilectl.cli.BeforeAsking;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.config.Target;
import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code target remove}. */
@Command(
    name = "remove",
    header = {
      "Forget a target with its settings and tokens; nothing is sent to it.",
      "",
      "  profilectl target remove shop --yes",
      "  profilectl target remove try --yes -o json"
    })
public final class TargetRemoveCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Option(
      names = {"-y", "--yes"},
      fallbackValue = "true",
      description = "Answer yes to questions.")
  boolean yes;

  @Parameters(paramLabel = "NAME", description = TargetNoun.NAME)
  String name;

  /** In a workspace. */
  public TargetRemoveCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      if (name.equals(Target.LOCAL)) {
        throw new Usage(Message.of("target.local"));
      }
      workspace.targets().require(name);
      if (!yes && session.prompt().possible()) {
        Target target = workspace.targets().get(name);
        Message facts = Message.of("ask.target-facts", name, target.system().word(), target.url());
        BeforeAsking.show(session, List.of(facts.in(session.locale())));
      }
      Message question = Message.of("ask.remove-target", name);
      if (!yes && !session.prompt().confirm(question, "--yes")) {
        throw new Interrupted(Message.of("note.nothing-done"));
      }
      // The tokens first: a target without them is logged in to again, they without it are lost
      // from sight.
      workspace.credentials().remove(name);
      workspace.targets().remove(name);
      TargetNoun.print(session, name);
      return ExitCode.OK.number();
    }
  }
}
