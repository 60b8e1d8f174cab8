package dev.profilectl.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final Optional<Path> file;
  private Map<String, String> fromFile = Map.of();
  private boolean read;

  /** With the environment, and the file that is read at the first question it could answer. */
  public Defaults(Map<String, String> environment, Optional<Path> file) {
    this.environment = Map.copyOf(environment);
    this.file = file;
  }

  /**
   * The value for a flag, by its long name without dashes in front ({@code no-input}).
   *
   * @throws Usage where the file is no TOML or {@code defaults} is no table of plain values
   */
  public Optional<String> of(String flag) {
    String value = environment.get(PREFIX + flag.toUpperCase(Locale.ROOT).replace('-', '_'));
    if (value != null && !value.isEmpty()) {
      return Optional.of(value);
    }
    return Optional.ofNullable(file().get(flag));
  }

  /** What the file has defaults for. */
  public Set<String> keysOfFile() {
    return Set.copyOf(file().keySet());
  }

  /** The file, for sentences. */
  public String fileName() {
    return file.map(Path::toString).orElse("");
  }

  private Map<String, String> file() {
    if (!read) {
      read = true;
      if (file.isPresent() && Files.exists(file.get())) {
        fromFile = parse(file.get());
      }
    }
    return fromFile;
  }

  private static Map<String, String> parse(Path path) {
    Map<String, String> values = new HashMap<>();
    try {
      JsonNode table = new TomlMapper().readTree(Files.readString(path)).path("defaults");
      if (!table.isObject() && !table.isMissingNode()) {
        throw new Usage(Message.of("config.no-table", path));
      }
      table
          .properties()
          .forEach(
              entry -> {
                if (!entry.getValue().isValueNode()) {
                  throw new Usage(Message.of("config.not-plain", path, entry.getKey()));
                }
                values.put(entry.getKey(), entry.getValue().asText());
              });
    } catch (JsonProcessingException notToml) {
      int line = notToml.getLocation() == null ? 0 : notToml.getLocation().getLineNr();
      throw new Usage(Message.of("config.not-toml", path, line));
    } catch (IOException unreadable) {
      throw new Fault(Message.of("file.unreadable", path), unreadable);
    }
    return values;
  }
}
