package dev.profilectl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Switches that may come from the environment or the config file as well as from the line. */
class SwitchTest {
  /** The library turns a switch off that is on by default and given as well, unless told so. */
  @Test
  void givenTwiceIsGiven() {
    List<String> wrong = new ArrayList<>();
    collect(CommandTree.of(new Program(Path.of("/nowhere"), false).workspace()), wrong);
    assertThat(wrong).isEmpty();
  }

  private static void collect(CommandLine command, List<String> wrong) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      boolean shared = FlagDefaults.SHARED.contains(option.longestName().substring(2));
      if (shared && option.arity().max() == 0 && !"true".equals(option.fallbackValue())) {
        wrong.add(command.getCommandSpec().qualifiedName() + " " + option.longestName());
      }
    }
    command.getSubcommands().values().forEach(each -> collect(each, wrong));
  }
}
