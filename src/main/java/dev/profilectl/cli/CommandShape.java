package dev.profilectl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as data, with those below it: what completion scripts, pages and the prompt are made
 * of. Hidden commands and flags are not in it.
 *
 * @param path the words that lead to it; none for the program itself
 * @param line what it is for
 * @param examples two of them
 * @param commands those below it
 * @param flags in the order of the help
 * @param arguments in their order
 * @param topics of help that tell more
 */
public record CommandShape(
    List<String> path,
    String line,
    List<String> examples,
    List<CommandShape> commands,
    List<Flag> flags,
    List<Argument> arguments,
    List<String> topics) {
  /**
   * A flag.
   *
   * @param names all of them, the longest last
   * @param label what its value is called; empty for a switch
   * @param about one sentence
   * @param group what stands above it in help
   * @param values what its value may be
   * @param many whether it may be given many times
   */
  public record Flag(
      List<String> names, String label, String about, String group, Values values, boolean many) {
    /** Whether a value follows. */
    public boolean takesValue() {
      return !label.isEmpty();
    }

    /** The longest of its names. */
    public String name() {
      return names.getLast();
    }
  }

  /**
   * An argument that is no flag.
   *
   * @param label what it is called
   * @param least how many there must be
   * @param many whether there may be more than one
   * @param about one sentence
   * @param values what it may be
   */
  public record Argument(String label, int least, boolean many, String about, Values values) {}

  /** Every command of the program. */
  public static CommandShape all(Workspace workspace) {
    return of(List.of(), CommandTree.of(workspace));
  }

  private static CommandShape of(List<String> path, CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    List<CommandShape> commands = new ArrayList<>();
    line.getSubcommands()
        .forEach(
            (name, sub) -> {
              if (!sub.getCommandSpec().usageMessage().hidden()) {
                List<String> below = new ArrayList<>(path);
                below.add(name);
                commands.add(of(List.copyOf(below), sub));
              }
            });
    List<Flag> flags = new ArrayList<>();
    HelpLayout.groups(spec)
        .forEach((group, options) -> options.forEach(o -> flags.add(flag(path, group, o))));
    List<Argument> arguments =
        spec.positionalParameters().stream()
            .map(
                argument ->
                    new Argument(
                        argument.paramLabel(),
                        argument.arity().min(),
                        argument.arity().max() > 1,
                        about(argument),
                        Values.of(path, "", argument.paramLabel())))
            .toList();
    String[] header = spec.usageMessage().header();
    List<String> examples =
        List.of(header).stream().skip(1).filter(l -> !l.isBlank()).map(String::strip).toList();
    return new CommandShape(
        path,
        header[0],
        examples,
        List.copyOf(commands),
        List.copyOf(flags),
        List.copyOf(arguments),
        HelpLayout.topics(spec));
  }

  private static Flag flag(List<String> path, String group, OptionSpec option) {
    List<String> names = new ArrayList<>(List.of(option.names()));
    names.sort((a, b) -> Integer.compare(a.length(), b.length()));
    String label = option.arity().max() == 0 ? "" : option.paramLabel();
    return new Flag(
        List.copyOf(names),
        label,
        about(option),
        group,
        Values.of(path, option.longestName(), label),
        option.isMultiValue());
  }

  private static String about(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  /** The last word of its path; the program's name for the program itself. */
  public String name() {
    return path.isEmpty() ? "profilectl" : path.getLast();
  }

  /** The command below it of this name. */
  public Optional<CommandShape> command(String name) {
    return commands.stream().filter(sub -> sub.name().equals(name)).findFirst();
  }

  /** The flag of this name. */
  public Optional<Flag> flag(String name) {
    return flags.stream().filter(flag -> flag.names().contains(name)).findFirst();
  }

  /** Its flag of this name, or that of a command below it: flags may stand before the noun. */
  public Optional<Flag> flagBelow(String name) {
    return flag(name)
        .or(() -> commands.stream().flatMap(sub -> sub.flagBelow(name).stream()).findFirst());
  }

  /** The argument at a place, from 0; the last one where it takes many. */
  public Optional<Argument> argument(int at) {
    if (at < arguments.size()) {
      return Optional.of(arguments.get(at));
    }
    return arguments.isEmpty() || !arguments.getLast().many()
        ? Optional.empty()
        : Optional.of(arguments.getLast());
  }
}
