package dev.profilectl.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Lets flags stand anywhere: those before the noun or the verb are moved behind the verb. */
final class FlagOrder {
  private final CommandLine root;

  FlagOrder(CommandLine root) {
    this.root = root;
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
    return path.toArray(String[]::new);
  }

  private static boolean takesNext(CommandLine command, String flag) {
    OptionSpec option = command.getCommandSpec().optionsMap().get(flag);
    if (option != null) {
      return option.arity().min() > 0;
    }
    return command.getSubcommands().values().stream().anyMatch(sub -> takesNext(sub, flag));
  }
}
