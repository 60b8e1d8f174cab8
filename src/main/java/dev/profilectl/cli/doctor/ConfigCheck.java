package dev.profilectl.cli.doctor;

import dev.profilectl.cli.SharedFlags;
import dev.profilectl.config.Defaults;
import dev.profilectl.config.Places;
import dev.profilectl.config.Target;
import dev.profilectl.config.Targets;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The config file: whether it can be read, and whether the target it chooses is there. */
record ConfigCheck(Places places, Defaults defaults, Targets targets) implements Check {
  private static final String CHECK = "config";

  @Override
  public List<Finding> look() {
    Optional<Path> file = places.config();
    if (file.isEmpty()) {
      return List.of(
          Finding.warning(CHECK, Message.of("doctor.no-home"), Message.of("doctor.set-home")));
    }
    try {
      return List.of(found(file.get()));
    } catch (Failure broken) {
      return List.of(Finding.problem(CHECK, broken, Message.of("doctor.config-hint", file.get())));
    }
  }

  private Finding found(Path file) {
    if (!Files.exists(file)) {
      return Finding.ok(CHECK, Message.of("doctor.none-yet", file));
    }
    SharedFlags.checkDefaults(defaults);
    int settings = defaults.keysOfFile().size();
    String chosen = defaults.of("target").orElse(Target.LOCAL);
    if (!chosen.equals(Target.LOCAL)) {
      targets.require(chosen);
    }
    return Finding.ok(CHECK, Message.of("doctor.config", file, settings, targets.names().size()));
  }
}
