package dev.profilectl.cli.completion;

import dev.profilectl.cli.CommandShape;
import dev.profilectl.cli.CommandShape.Flag;
import dev.profilectl.cli.Reading;
import dev.profilectl.cli.Values;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.help.Topic;
import dev.profilectl.config.Defaults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what can stand at the end of a line: commands, flags, values. */
public final class Suggester {
  private final CommandShape commands;
  private final Workspace workspace;

  /** With the commands there are, and the world to find values in. */
  public Suggester(CommandShape commands, Workspace workspace) {
    this.commands = commands;
    this.workspace = workspace;
  }

  /** The files and folders that a beginning of a name can become. */
  public static List<String> files(Workspace workspace, String prefix) {
    return FileNames.of(workspace, prefix, false).stream().map(Suggestion::value).toList();
  }

  /**
   * What can stand there.
   *
   * @param before the words in front of it
   * @param prefix what is typed of it already; may be empty
   */
  public List<Suggestion> at(List<String> before, String prefix) {
    Reading reading = Reading.of(commands, before);
    Flag pending = reading.pending();
    if (pending != null) {
      return values(pending.values(), before, prefix);
    }
    int equals = prefix.indexOf('=');
    if (!reading.plain() && prefix.startsWith("--") && equals > 0) {
      String name = prefix.substring(0, equals);
      return reading.command().flagBelow(name).map(Flag::values).stream()
          .flatMap(values -> values(values, before, prefix.substring(equals + 1)).stream())
          .map(found -> behind(name + "=", found))
          .toList();
    }
    if (!reading.plain() && prefix.startsWith("-")) {
      return flags(reading, before, prefix);
    }
    List<Suggestion> found = new ArrayList<>();
    if (reading.arguments().isEmpty()) {
      reading.command().commands().stream()
          .filter(command -> command.name().startsWith(prefix))
          .forEach(c -> found.add(new Suggestion(c.name(), c.line(), "command", true)));
    }
    reading
        .command()
        .argument(reading.arguments().size())
        .ifPresent(argument -> found.addAll(values(argument.values(), before, prefix)));
    return found;
  }

  private static Suggestion behind(String start, Suggestion found) {
    return new Suggestion(start + found.value(), found.about(), found.group(), found.whole());
  }

  /** Those not given yet, by their long names; short ones where only a dash was typed. */
  private List<Suggestion> flags(Reading reading, List<String> before, String prefix) {
    Set<String> given = new HashSet<>();
    reading.flags().forEach(at -> given.add(before.get(at).split("=", 2)[0]));
    List<Suggestion> found = new ArrayList<>();
    for (Flag flag : flags(reading.command())) {
      if (!flag.many() && flag.names().stream().anyMatch(given::contains)) {
        continue;
      }
      for (String name : flag.names()) {
        if (name.startsWith(prefix)) {
          found.add(new Suggestion(name, flag.about(), flag.group(), true));
        }
      }
    }
    return found;
  }

  /** A noun has none of its own; what all its verbs have may stand before the verb. */
  private static List<Flag> flags(CommandShape command) {
    return command.commands().isEmpty()
        ? command.flags()
        : command.commands().getFirst().flags().stream()
            .filter(flag -> command.commands().stream().allMatch(c -> has(c, flag.name())))
            .toList();
  }

  private static boolean has(CommandShape command, String name) {
    return command.flag(name).isPresent()
        || (!command.commands().isEmpty()
            && command.commands().stream().allMatch(sub -> has(sub, name)));
  }

  private List<Suggestion> values(Values values, List<String> before, String prefix) {
    int comma = values.list() ? prefix.lastIndexOf(',') + 1 : 0;
    String start = prefix.substring(0, comma);
    String rest = prefix.substring(comma);
    List<Suggestion> found =
        switch (values.kind()) {
          case TEXT -> List.of();
          case WORDS ->
              values.words().stream()
                  .filter(word -> word.startsWith(rest))
                  .map(word -> new Suggestion(word, "", "value", true))
                  .toList();
          case FILE -> FileNames.of(workspace, rest, false);
          case FOLDER -> FileNames.of(workspace, rest, true);
          case TOPIC -> topics(rest);
          case USER ->
              rest.startsWith("@")
                  ? FileNames.of(workspace, rest.substring(1), false).stream()
                      .map(file -> behind("@", file))
                      .toList()
                  : live(values.kind(), before, rest);
          default -> live(values.kind(), before, rest);
        };
    return start.isEmpty() ? found : found.stream().map(one -> behind(start, one)).toList();
  }

  private List<Suggestion> topics(String prefix) {
    List<Suggestion> found = new ArrayList<>();
    for (CommandShape command : commands.commands()) {
      if (command.name().startsWith(prefix)) {
        found.add(new Suggestion(command.name(), command.line(), "command", true));
      }
    }
    Topic.names().stream()
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> found.add(new Suggestion(name, "", "topic", true)));
    return found;
  }

  private List<Suggestion> live(Values.Kind kind, List<String> before, String prefix) {
    return new LiveValues(where(workspace, before)).of(kind, prefix);
  }

  /** The world with the store and the target that the line itself names. */
  static Workspace where(Workspace workspace, List<String> before) {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    for (int i = 0; i < before.size(); i++) {
      String word = before.get(i);
      String next = i + 1 < before.size() ? before.get(i + 1) : "";
      for (String name : List.of("store", "target")) {
        String variable = Defaults.variable(name);
        if (word.equals("--" + name) || (word.equals("-t") && name.equals("target"))) {
          environment.put(variable, next);
        } else if (word.startsWith("--" + name + "=")) {
          environment.put(variable, word.substring(name.length() + 3));
        }
      }
    }
    return environment.equals(workspace.environment()) ? workspace : workspace.with(environment);
  }
}
