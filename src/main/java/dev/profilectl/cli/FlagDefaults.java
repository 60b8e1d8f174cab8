package dev.profilectl.cli;

import dev.profilectl.config.Defaults;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
          "lang",
          "trace",
          "trace-file",
          "timeout",
          "retries",
          "retry-max-wait",
          "concurrency",
          "rate",
          "token-command",
          "body",
          "insecure",
          "max-duration",
          "progress");

  /** Its flags are what is written down, so that the surroundings of one command stay out. */
  private static final String KEPT = "profilectl target add";

  /** Tells of a broken file, so it works without. */
  private static final String LENIENT = "profilectl doctor";

  /** No flag, since nobody wants another one each time. */
  private static final String BCRYPT_COST = "bcrypt-cost";

  private final Defaults defaults;
  private boolean checked;

  FlagDefaults(Defaults defaults) {
    this.defaults = defaults;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName().substring(2);
    boolean kept = option.command().qualifiedName().equals(KEPT);
    if (!SHARED.contains(name) || kept) {
      return null;
    }
    String value = value(name, option.command().qualifiedName().equals(LENIENT));
    boolean isSwitch = option.arity().max() == 0;
    return value != null && isSwitch ? truth(value) : value;
  }

  private @Nullable String value(String name, boolean lenient) {
    try {
      refuseUnknownKeys();
      return defaults.of(name).orElse(null);
    } catch (Failure broken) {
      if (lenient) {
        return defaults.ofEnvironment(name).orElse(null);
      }
      throw broken;
    }
  }

  private void refuseUnknownKeys() {
    if (!checked) {
      checked = true;
      refuseUnknownKeys(defaults);
    }
  }

  /**
   * Makes sure that the file has defaults for what takes them only.
   *
   * @throws Usage naming the first that does not
   */
  static void refuseUnknownKeys(Defaults defaults) {
    List<String> known = Stream.concat(SHARED.stream(), Stream.of(BCRYPT_COST)).sorted().toList();
    for (String key : new TreeSet<>(defaults.keysOfFile())) {
      if (!known.contains(key)) {
        throw new Usage(unknown(defaults.fileName(), key, known));
      }
    }
  }

  private static Message unknown(String file, String key, List<String> known) {
    return Nearest.to(key, known)
        .map(near -> Message.of("config.unknown-near", file, key, near))
        .orElseGet(() -> Message.of("config.unknown", file, key));
  }

  private static String truth(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "0", "false", "no", "off" -> "false";
      default -> "true";
    };
  }
}
