package dev.profilectl.cli.shell;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.config.Places;
import dev.profilectl.config.PrivateFile;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.shell.CommandPrompt;
import dev.profilectl.shell.CommandText;
import dev.profilectl.terminal.ReaderTerminal;
import dev.profilectl.terminal.ReaderTerminal.Look;
import dev.profilectl.terminal.ReaderTerminal.Piece;
import dev.profilectl.terminal.StoppableThread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shell in front of a person, from the first prompt to the last. */
final class TypedLines {
  private final Session session;
  private final Map<String, String> variables;
  private final @Nullable Recording recording;

  /** As {@link LineRunner}. */
  TypedLines(Session session, Map<String, String> variables, @Nullable Recording recording) {
    this.session = session;
    this.variables = variables;
    this.recording = recording;
  }

  /** Reads and runs lines until the person leaves. */
  int run() {
    Workspace workspace = session.workspace();
    Channels all = workspace.channels();
    // Keys belong to the prompt and to questions; no command may read them as its input.
    Channels channels = new Channels(new RefusedInput(), all.out(), all.err(), all.terminals());
    try (LineRunner runner = new LineRunner(workspace, channels, variables, recording)) {
      var memory = new Places(workspace.environment()).history().filter(PrivateFile::ready);
      CommandPrompt prompt =
          new CommandPrompt(
              () -> ReaderTerminal.open(session.screen()),
              new ShellAssistant(runner, session.locale()),
              memory.orElse(null));
      session.note(Message.of("shell.welcome", workspace.version()));
      // Also between a command and the next prompt, where nobody else would catch it.
      StoppableThread.during(() -> lines(runner, prompt));
      return ExitCode.OK.number();
    }
  }

  private void lines(LineRunner runner, CommandPrompt prompt) {
    boolean more = true;
    while (more && !runner.over()) {
      more = line(runner, prompt);
    }
  }

  /** One line; false where there are no more. */
  private boolean line(LineRunner runner, CommandPrompt prompt) {
    try {
      StoppableThread.forget();
      Optional<String> text = prompt.read(prompt(runner));
      text.ifPresent(typed -> play(runner, CommandText.of(typed)));
      return text.isPresent();
    } catch (Interrupted thrownAway) {
      return true;
    }
  }

  private List<Piece> prompt(LineRunner runner) {
    Workspace now = runner.workspace(null);
    String name = now.defaults().of("target").orElse(Target.LOCAL);
    boolean guarded = isProtected(now, name);
    Look look = guarded ? Look.WARNING : Look.COMMAND;
    String where =
        name + (guarded ? " (" + Message.of("shell.protected").in(session.locale()) + ")" : "");
    String who = runner.user().map(user -> " " + user).orElse("");
    return List.of(new Piece(where, look), new Piece(who, Look.FLAG), new Piece("> ", Look.PLAIN));
  }

  private static boolean isProtected(Workspace workspace, String name) {
    try {
      return workspace
          .targets()
          .find(name)
          .filter(t -> t.flag(TargetSetting.PROTECTED))
          .isPresent();
    } catch (Failure broken) {
      // The next command will say what is wrong with it; a prompt has to come all the same.
      return false;
    }
  }

  /** Runs what was typed; of more than one line only when the person says so. */
  private void play(LineRunner runner, CommandText text) {
    List<CommandText.Sentence> commands = text.commands();
    CommandText.Foreign foreign = text.foreign();
    if (foreign != null) {
      refuse(runner, new Usage(Message.of("script.foreign", foreign.sign())));
      return;
    }
    if (commands.size() > 1
        && !session.prompt().confirm(Message.of("shell.run-all", commands.size()), "batch")) {
      session.note(Message.of("note.nothing-done"));
      return;
    }
    String home = session.workspace().environment().get("HOME");
    StoppableThread.forget();
    for (CommandText.Sentence command : commands) {
      int exit = runner.run(command.texts(home), null);
      if (exit != ExitCode.OK.number() || Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  private static void refuse(LineRunner runner, Failure failure) {
    new CommandRunner(runner.workspace(null))
        .guarded(
            () -> {
              throw failure;
            });
  }
}
