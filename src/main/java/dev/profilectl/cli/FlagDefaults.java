package dev.profilectl.cli;

import dev.profilectl.config.Defaults;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives shared flags the values of the environment and the config file. */
final class FlagDefaults implements IDefaultValueProvider {
  /** Flags that name fields or changes are never taken from the surroundings. */
  static final Set<String> SHARED =
      Set.of(
          "target",
          "store",
          "output",
          "fields",
          "no-headers",
          "sort",
          "limit",
          "where",
          "dry-run",
          "exit-code",
          "yes",
          "no-input",
          "reason",
          "actor",
          "quiet",
          "verbose",
          "color",
          "lang");

  private final Defaults defaults;

  FlagDefaults(Defaults defaults) {
    this.defaults = defaults;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName().substring(2);
    if (!SHARED.contains(name)) {
      return null;
    }
    String value = defaults.of(name).orElse(null);
    boolean isSwitch = option.arity().max() == 0;
    return value != null && isSwitch ? truth(value) : value;
  }

  private static String truth(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "0", "false", "no", "off" -> "false";
      default -> "true";
    };
  }
}
