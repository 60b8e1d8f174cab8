package dev.profilectl.cli.help;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.HelpLayout;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help}. */
@Command(
    name = "help",
    header = {
      "Show help on a command or a topic.",
      "",
      "  profilectl help user update",
      "  profilectl help exit-codes"
    })
public final class HelpCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "TOPIC", arity = "0..*", description = "A command, or a topic.")
  List<String> words = new ArrayList<>();

  /** In a workspace. */
  public HelpCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      CommandLine command = spec.parent().commandLine();
      if (words.size() == 1 && Topic.names().contains(words.getFirst())) {
        session.printer().drawn(Topic.named(words.getFirst()).lines(session.locale()));
        return ExitCode.OK.number();
      }
      for (String word : words) {
        CommandLine next = command.getSubcommands().get(word);
        if (next == null) {
          throw unknown(word, command);
        }
        command = next;
      }
      session.printer().drawn(HelpLayout.page(command, session.locale()).lines().toList());
      return ExitCode.OK.number();
    }
  }

  private static Usage unknown(String word, CommandLine command) {
    Set<String> known = new LinkedHashSet<>();
    command
        .getSubcommands()
        .forEach(
            (name, verb) -> {
              if (!verb.getCommandSpec().usageMessage().hidden()) {
                known.add(name);
              }
            });
    known.addAll(Topic.names());
    return new Usage(
        Nearest.to(word, known)
            .map(near -> Message.of("help.unknown-near", word, near))
            .orElseGet(() -> Message.of("help.unknown", word, String.join(", ", known))));
  }
}
