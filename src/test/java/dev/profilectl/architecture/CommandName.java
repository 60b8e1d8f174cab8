package dev.profilectl.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** The name a command's class has to have: {@code .cli.user.UserUpdateCommand} for its path. */
final class CommandName {
  private CommandName() {}

  static String of(Code code, JavaClass type) {
    String place = code.place(type);
    String word = type.getAnnotationOfType(Command.class).name();
    if (place.equals("cli")) {
      return ".cli.RootCommand";
    }
    String noun = place.startsWith("cli.") ? place.substring("cli.".length()) : "NOUN";
    String prefix = ".cli." + noun + ".";
    String nounClass = prefix + joined(noun) + "Noun";
    // Commands without a noun, help and version, share a package that has none either.
    boolean hasNoun =
        code.types().stream().anyMatch(t -> t.getName().equals(code.root() + nounClass));
    if (hasNoun && word.equals(noun)) {
      return nounClass;
    }
    return prefix + (hasNoun ? joined(noun) : "") + joined(word) + "Command";
  }

  private static String joined(String words) {
    // A hidden command begins with a sign that no name has.
    return Arrays.stream(words.replace("__", "").split("-", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
