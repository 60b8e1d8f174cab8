package dev.profilectl.config;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The user's folders, by the XDG base directory rules. Only names: nothing is looked at or made.
 *
 * @param environment read for {@code XDG_…_HOME} and {@code HOME}
 */
public record Places(Map<String, String> environment) {
  private static final String OURS = "profilectl";

  /** Copies the environment. */
  public Places {
    environment = Map.copyOf(environment);
  }

  /**
   * The local store's file where none is named.
   *
   * @throws Usage where the environment names no home
   */
  public Path store() {
    return ownStore().orElseThrow(() -> new Usage(Message.of("place.store")));
  }

  /** The same, for showing; empty where the environment names no home. */
  public Optional<Path> ownStore() {
    return folder("XDG_DATA_HOME", ".local/share").map(folder -> folder.resolve("store.db"));
  }

  /** The file with defaults and targets; empty where the environment names no home. */
  public Optional<Path> config() {
    return folder("XDG_CONFIG_HOME", ".config").map(folder -> folder.resolve("config.toml"));
  }

  /** The file with tokens; empty where the environment names no home. */
  public Optional<Path> credentials() {
    return folder("XDG_STATE_HOME", ".local/state")
        .map(folder -> folder.resolve("credentials.json"));
  }

  /** The file with the lines typed at the prompt; empty where the environment names no home. */
  public Optional<Path> history() {
    return folder("XDG_STATE_HOME", ".local/state").map(folder -> folder.resolve("history"));
  }

  /**
   * The folder with what was being edited.
   *
   * @throws Usage where the environment names no home
   */
  public Path drafts() {
    return folder("XDG_STATE_HOME", ".local/state")
        .map(folder -> folder.resolve("drafts"))
        .orElseThrow(() -> new Usage(Message.of("place.drafts")));
  }

  /**
   * The file with the runs on remote targets.
   *
   * @throws Usage where the environment names no home
   */
  public Path journal() {
    return folder("XDG_STATE_HOME", ".local/state")
        .map(folder -> folder.resolve("runs.db"))
        .orElseThrow(() -> new Usage(Message.of("place.journal")));
  }

  /** A relative XDG folder is to be ignored, the rules say. */
  private Optional<Path> folder(String variable, String belowHome) {
    String chosen = environment.getOrDefault(variable, "");
    if (chosen.startsWith("/")) {
      return Optional.of(Path.of(chosen, OURS));
    }
    String home = environment.getOrDefault("HOME", "");
    return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, belowHome, OURS));
  }
}
