package dev.profilectl.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the user wants when no flag says otherwise: {@code PROFILECTL_…} in the environment, then
 * the table {@code [defaults]} of {@code config.toml}, whose keys are the flags' names.
 */
public final class Defaults {
  private static final String PREFIX = "PROFILECTL_";

  private final Map<String, String> environment;
  private final ConfigFile file;

  /** With the environment, and the file that is read at the first question it could answer. */
  public Defaults(Map<String, String> environment, ConfigFile file) {
    this.environment = Map.copyOf(environment);
    this.file = file;
  }

  /**
   * The value for a flag, by its long name without dashes in front ({@code no-input}).
   *
   * @throws Usage where the file is no TOML or {@code defaults} is no table of plain values
   */
  public Optional<String> of(String flag) {
    return ofEnvironment(flag).or(() -> Optional.ofNullable(values().get(flag)));
  }

  /** What the environment alone says for a flag; an empty variable says nothing. */
  public Optional<String> ofEnvironment(String flag) {
    return Optional.ofNullable(environment.get(variable(flag))).filter(value -> !value.isEmpty());
  }

  /** The variable of a flag: {@code PROFILECTL_NO_INPUT} of {@code no-input}. */
  public static String variable(String flag) {
    return PREFIX + flag.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What the file has defaults for. */
  public Set<String> keysOfFile() {
    return Set.copyOf(values().keySet());
  }

  /** The file, for sentences. */
  public String fileName() {
    return file.name();
  }

  private Map<String, String> values() {
    JsonNode table = file.tree().path("defaults");
    if (!table.isObject() && !table.isMissingNode()) {
      throw new Usage(Message.of("config.no-table", file.name()));
    }
    Map<String, String> values = new HashMap<>();
    table
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isValueNode()) {
                throw new Usage(Message.of("config.not-plain", file.name(), entry.getKey()));
              }
              values.put(entry.getKey(), entry.getValue().asText());
            });
    return values;
  }
}
