package dev.profilectl.bulk;

import dev.profilectl.profile.Origin;
import java.time.Instant;
import java.util.Map;

/**
 * What is known of a run besides its rows.
 *
 * @param origin its id, who started it, and why
 * @param target the name of the target; {@code local} for the store
 * @param command the words that tell what it does, {@code user import people.csv} for example
 * @param at when it was started
 * @param state how far it is
 * @param settings what is needed to go on with it
 */
public record Run(
    Origin origin,
    String target,
    String command,
    Instant at,
    RunState state,
    Map<String, String> settings) {
  /** The setting of a run whose rows are all done or none. */
  public static final String ATOMIC = "atomic";

  /** Copies the settings. */
  public Run {
    settings = Map.copyOf(settings);
  }

  /** Its id. */
  public String id() {
    return origin.run();
  }
}
