package dev.profilectl.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Lets flags stand anywhere: those before the noun or the verb are moved behind the verb. */
final class FlagOrder {
  /** Before what is a value for sure; no word of a command line holds a NUL. */
  private static final String VALUE = "\0";

  private final CommandLine root;

  /** Over a tree, which from now on is to be given words by {@link #verbFirst} alone. */
  FlagOrder(CommandLine root) {
    this.root = root;
    root.registerConverter(String.class, text -> text.startsWith(VALUE) ? text.substring(1) : text);
  }

  String[] verbFirst(String[] words) {
    List<String> path = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    CommandLine command = root;
    int at = 0;
    while (at < words.length && !words[at].equals("--")) {
      String word = words[at];
      if (word.length() > 1 && word.startsWith("-")) {
        flags.add(word);
        if (takesNext(root, word) && at + 1 < words.length) {
          flags.add(words[++at]);
        }
      } else if (command.getSubcommands().containsKey(word)) {
        path.add(word);
        command = command.getSubcommands().get(word);
      } else {
        break;
      }
      at++;
    }
    path.addAll(flags);
    path.addAll(List.of(words).subList(at, words.length));
    int end = path.indexOf("--");
    for (int i = 0; i < (end < 0 ? path.size() : end); i++) {
      path.set(i, marked(path.get(i)));
    }
    return path.toArray(String[]::new);
  }

  /** The parser takes {@code --desc=-n} for a flag without a value and another flag. */
  private String marked(String word) {
    int equals = word.indexOf("=-");
    return equals > 0 && word.startsWith("--") && takesText(root, word.substring(0, equals))
        ? word.substring(0, equals + 1) + VALUE + word.substring(equals + 1)
        : word;
  }

  private static boolean takesText(CommandLine command, String flag) {
    OptionSpec option = command.getCommandSpec().optionsMap().get(flag);
    if (option != null) {
      Class<?> type =
          option.isMultiValue() ? option.auxiliaryTypes()[0] : option.typeInfo().getType();
      return type == String.class && option.converters().length == 0;
    }
    return command.getSubcommands().values().stream().anyMatch(sub -> takesText(sub, flag));
  }

  private static boolean takesNext(CommandLine command, String flag) {
    OptionSpec option = command.getCommandSpec().optionsMap().get(flag);
    if (option != null) {
      return option.arity().min() > 0;
    }
    return command.getSubcommands().values().stream().anyMatch(sub -> takesNext(sub, flag));
  }
}
