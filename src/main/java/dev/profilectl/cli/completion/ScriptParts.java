package dev.profilectl.cli.completion;

import dev.profilectl.cli.CommandShape;
import dev.profilectl.cli.CommandShape.Flag;
import dev.profilectl.cli.Values;
import dev.profilectl.cli.help.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What all three scripts are made of. */
final class ScriptParts {
  private ScriptParts() {}

  /** A command and all below it, each before its own. */
  static Stream<CommandShape> all(CommandShape command) {
    return Stream.concat(Stream.of(command), command.commands().stream().flatMap(ScriptParts::all));
  }

  /** The path with blanks between. */
  static String path(CommandShape command) {
    return String.join(" ", command.path());
  }

  /** Every name of a flag behind which a value comes, in any command. */
  static List<String> takingValues(CommandShape root) {
    TreeSet<String> names = new TreeSet<>();
    all(root)
        .flatMap(command -> command.flags().stream())
        .filter(Flag::takesValue)
        .forEach(flag -> names.addAll(flag.names()));
    return List.copyOf(names);
  }

  /** The words of values that are always the same; none of other kinds. */
  static List<String> words(CommandShape root, Values values) {
    if (values.kind() != Values.Kind.TOPIC) {
      return values.words();
    }
    List<String> words = new ArrayList<>(root.commands().stream().map(CommandShape::name).toList());
    words.addAll(Topic.names());
    return words;
  }

  /** The flags that every command has: they may stand before the noun. */
  static List<Flag> everywhere(CommandShape root) {
    SequencedMap<String, Flag> flags = new LinkedHashMap<>();
    List<CommandShape> leaves = all(root).filter(c -> c.commands().isEmpty()).toList();
    leaves.getFirst().flags().stream()
        .filter(flag -> leaves.stream().allMatch(c -> c.flag(flag.name()).isPresent()))
        .forEach(flag -> flags.put(flag.name(), flag));
    return List.copyOf(flags.values());
  }

  /** The first sentence of a text, without its end: enough for a menu. */
  static String brief(String text) {
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }
}
