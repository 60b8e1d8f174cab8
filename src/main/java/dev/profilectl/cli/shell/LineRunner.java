package dev.profilectl.cli.shell;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.CommandShape;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.FailureReport.Place;
import dev.profilectl.cli.Reading;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.config.Defaults;
import dev.profilectl.config.Target;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs lines one after another: commands, and the words that change where the next ones work. What
 * goes wrong is told with the line's place and becomes its exit code.
 */
final class LineRunner implements AutoCloseable {
  /** What is understood here and by no command. */
  static final List<String> OWN_WORDS = List.of("use", "cd", "undo", "exit", "quit");

  private static final String PROGRAM = "profilectl";
  private static final Pattern ASSIGNMENT =
      Pattern.compile("PROFILECTL_[A-Z_]+=.*", Pattern.DOTALL);

  /** Whom to delete has to be said each time. */
  private static final Set<String> NAMED_ALWAYS = Set.of("delete");

  private final Workspace outer;
  private final Channels channels;
  private final Map<String, String> variables;
  private final @Nullable Recording recording;
  private final KeptStores stores = new KeptStores();
  private @Nullable CommandShape commands;
  private @Nullable String user;
  private boolean over;

  /**
   * In a world.
   *
   * @param channels the streams of each command
   * @param given variables that stand for flags of the script as a whole
   * @param recording where to write what was done; {@code null} for nowhere
   */
  LineRunner(
      Workspace outer,
      Channels channels,
      Map<String, String> given,
      @Nullable Recording recording) {
    this.outer = outer;
    this.channels = channels;
    this.variables = new HashMap<>(given);
    this.recording = recording;
  }

  /** Whether a line said that it was the last. */
  boolean over() {
    return over;
  }

  /** The user whom commands mean that name none. */
  Optional<String> user() {
    return Optional.ofNullable(user);
  }

  /** Every command there is. */
  CommandShape commands() {
    CommandShape known = commands;
    if (known == null) {
      known = CommandShape.all(outer);
      commands = known;
    }
    return known;
  }

  /** The world as the next line will see it. */
  Workspace workspace(@Nullable Place place) {
    return workspace(place, variables);
  }

  private Workspace workspace(@Nullable Place place, Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(outer.environment());
    environment.putAll(variables);
    return new NestedWorkspace(outer.with(environment), stores, channels, place);
  }

  /** Tells why a line cannot be run; its exit code. */
  int tell(Failure failure, Place place) {
    return new CommandRunner(workspace(place))
        .guarded(
            () -> {
              throw failure;
            });
  }

  /**
   * Runs the words of a line.
   *
   * @param words at least one; the program's name in front of them says nothing
   * @return its exit code
   */
  int run(List<String> words, @Nullable Place place) {
    Map<String, String> variables = new HashMap<>(this.variables);
    List<String> line = withoutStart(words, variables);
    Workspace workspace = workspace(place, variables);
    CommandRunner runner = new CommandRunner(workspace);
    if (!line.isEmpty() && OWN_WORDS.contains(line.getFirst())) {
      return runner.guarded(() -> own(line, workspace));
    }
    List<String> whole = withUser(line);
    int runs = stores.runs().size();
    int exit = runner.run(whole.toArray(String[]::new));
    if (recording != null) {
      List<String> made = List.copyOf(stores.runs().subList(runs, stores.runs().size()));
      Recording.Line typed = Recording.Line.typed(whole, Map.copyOf(variables), exit, made);
      stores
          .takeByHand()
          .ifPresentOrElse(done -> recording.add(typed, done), () -> recording.add(typed));
    }
    return exit;
  }

  /** The words behind {@code PROFILECTL_…=…} for this line alone, and behind the program's name. */
  private static List<String> withoutStart(List<String> words, Map<String, String> variables) {
    int at = 0;
    while (at < words.size() && ASSIGNMENT.matcher(words.get(at)).matches()) {
      String[] parts = words.get(at++).split("=", 2);
      variables.put(parts[0], parts[1]);
    }
    return words.subList(
        at < words.size() && words.get(at).equals(PROGRAM) ? at + 1 : at, words.size());
  }

  private int own(List<String> line, Workspace workspace) {
    switch (line.getFirst()) {
      case "use" -> use(workspace, line.size() == 2 ? line.getLast() : "");
      case "cd" -> {
        return enter(workspace, line);
      }
      case "undo" -> {
        return undo(workspace, line);
      }
      default -> over = true;
    }
    return ExitCode.OK.number();
  }

  /** Looks the user up as a command would, so that every flag and variable counts. */
  private int enter(Workspace workspace, List<String> line) {
    if (line.size() > 2) {
      throw new Usage(Message.of("shell.cd"));
    }
    if (line.size() == 1 || line.getLast().equals("..")) {
      user = null;
      return ExitCode.OK.number();
    }
    String word = line.getLast();
    Channels silent =
        new Channels(
            channels.in(), OutputStream.nullOutputStream(), channels.err(), channels.terminals());
    Workspace looking =
        new NestedWorkspace(workspace, stores, silent, workspace.place().orElse(null));
    int exit = new CommandRunner(looking).run("user", "get", "-o", "id", "--", word);
    user = exit == ExitCode.OK.number() ? word : user;
    return exit;
  }

  /** Puts back what the last line changed that changed something and was not put back yet. */
  private int undo(Workspace workspace, List<String> line) {
    List<String> runs = stores.runs();
    if (runs.isEmpty()) {
      throw new Usage(Message.of("shell.nothing-to-undo"));
    }
    String last = runs.getLast();
    List<String> words = new ArrayList<>(List.of("run", "undo", last));
    words.addAll(line.subList(1, line.size()));
    List<String> before = List.copyOf(runs);
    int exit = new CommandRunner(workspace).run(words.toArray(String[]::new));
    boolean done = runs.size() > before.size();
    runs.clear();
    runs.addAll(done ? before.subList(0, before.size() - 1) : before);
    if (done && recording != null) {
      recording.undone(last);
    }
    return exit;
  }

  private void use(Workspace workspace, String target) {
    if (target.isEmpty()) {
      throw new Usage(Message.of("shell.use"));
    }
    if (!target.equals(Target.LOCAL)) {
      workspace.targets().get(target);
    }
    variables.put(Defaults.variable("target"), target);
    user = null;
  }

  /** A command that lacks its user means the one that was chosen. */
  private List<String> withUser(List<String> line) {
    String chosen = user;
    if (chosen == null) {
      return line;
    }
    Reading reading = Reading.of(commands(), line);
    CommandShape command = reading.command();
    int least = command.arguments().stream().mapToInt(CommandShape.Argument::least).sum();
    boolean lacks =
        !command.arguments().isEmpty()
            && command.arguments().getFirst().label().equals("USER")
            && !NAMED_ALWAYS.contains(command.name())
            && !line.contains("--help")
            && reading.arguments().size() == least - 1;
    if (!lacks) {
      return line;
    }
    List<String> whole = new ArrayList<>(line);
    whole.add(reading.path().getLast() + 1, chosen);
    return whole;
  }

  @Override
  public void close() {
    stores.close();
    if (recording != null) {
      recording.close();
    }
  }
}
