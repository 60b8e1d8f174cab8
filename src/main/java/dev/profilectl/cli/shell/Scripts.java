package dev.profilectl.cli.shell;

import dev.profilectl.cli.Session;
import dev.profilectl.cli.TextInput;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.shell.ScriptReader;
import dev.profilectl.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays a script from beginning to end. */
final class Scripts {
  private static final String STDIN = "-";

  private Scripts() {}

  /**
   * A script.
   *
   * @param name a file, or {@code -} for standard input
   * @param keepGoing whether a command that fails leaves the next ones alone
   * @param variables that stand for the flags of the whole
   * @param recording where to write what was done; {@code null} for nowhere
   */
  record Script(
      String name,
      boolean keepGoing,
      Map<String, String> variables,
      @Nullable Recording recording) {}

  /** Plays it; the exit code of all. */
  static int play(Session session, Script script) {
    Workspace workspace = session.workspace();
    String home = workspace.environment().get("HOME");
    try (InputStream in = TextInput.stream(workspace, script.name);
        LineRunner runner =
            new LineRunner(
                workspace,
                channels(workspace.channels(), script.name),
                script.variables,
                script.recording)) {
      ScriptReader reader = new ScriptReader(in, script.name, home);
      ScriptPlay.Tally tally = new ScriptPlay(reader, script.name, script.keepGoing).run(runner);
      ScriptPlay.note(tally, script.name).ifPresent(session::note);
      return tally.exit();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }

  /** A script on standard input leaves nothing there for its commands, and nobody to ask. */
  private static Channels channels(Channels all, String name) {
    Streams terminals = all.terminals();
    return name.equals(STDIN)
        ? new Channels(
            new RefusedInput(),
            all.out(),
            all.err(),
            new Streams(false, terminals.out(), terminals.err()))
        : all;
  }
}
