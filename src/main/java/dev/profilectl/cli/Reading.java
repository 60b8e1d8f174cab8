package dev.profilectl.cli;

import dev.profilectl.cli.CommandShape.Flag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a command line as far as they go, understood without running anything.
 *
 * @param command the command they lead to
 * @param path where its words stand
 * @param arguments where the words stand that are neither path nor flag nor value
 * @param flags where the flags stand
 * @param pending the flag whose value comes next; {@code null} where none is missing
 * @param plain whether {@code --} was said: no flags come any more
 */
public record Reading(
    CommandShape command,
    List<Integer> path,
    List<Integer> arguments,
    List<Integer> flags,
    @Nullable Flag pending,
    boolean plain) {
  /** Reads words. */
  public static Reading of(CommandShape root, List<String> words) {
    CommandShape command = root;
    List<Integer> path = new ArrayList<>();
    List<Integer> arguments = new ArrayList<>();
    List<Integer> flags = new ArrayList<>();
    Flag pending = null;
    boolean plain = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (pending != null) {
        pending = null;
      } else if (!plain && word.equals("--")) {
        plain = true;
      } else if (!plain && word.startsWith("-") && word.length() > 1) {
        flags.add(i);
        Flag flag = command.flagBelow(word).orElse(null);
        pending = flag != null && flag.takesValue() ? flag : null;
      } else if (arguments.isEmpty() && command.command(word).isPresent()) {
        path.add(i);
        command = command.command(word).orElseThrow();
      } else {
        arguments.add(i);
      }
    }
    return new Reading(command, path, arguments, flags, pending, plain);
  }
}
