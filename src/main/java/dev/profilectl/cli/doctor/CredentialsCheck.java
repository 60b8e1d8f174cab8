package dev.profilectl.cli.doctor;

import dev.profilectl.config.Credentials;
import dev.profilectl.config.Places;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file with tokens: whether it is what the program wrote. No token is looked at. */
record CredentialsCheck(Places places, Credentials credentials) implements Check {
  private static final String CHECK = "credentials";

  @Override
  public List<Finding> look() {
    Optional<Path> file = places.credentials();
    if (file.isEmpty()) {
      return List.of(
          Finding.warning(CHECK, Message.of("doctor.no-home"), Message.of("doctor.set-home")));
    }
    if (!Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS)) {
      return List.of(Finding.ok(CHECK, Message.of("doctor.none-yet", file.get())));
    }
    try {
      int stored = credentials.glance().size();
      return List.of(Finding.ok(CHECK, Message.of("doctor.credentials", file.get(), stored)));
    } catch (Failure broken) {
      return List.of(
          Finding.problem(CHECK, broken, Message.of("doctor.credentials-hint", file.get())));
    }
  }
}
