package dev.profilectl.cli.seed;

import dev.profilectl.cli.FlagGroup;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.TextInput;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.Seeds.Plan;
import dev.profilectl.seed.MadeUsers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that say which users are made up. */
@FlagGroup("Made-up users")
final class SeedFlags {
  @Option(
      names = "--tag",
      paramLabel = "TAG",
      required = true,
      description = "Their usernames begin with it: 1 to 32 of a-z 0-9 - _.")
  String tag = "";

  @Option(names = "--seed", paramLabel = "N", description = "Which users; 42 by default.")
  long seed = 42;

  @Option(names = "--avatars", description = "With pictures, for most of them.")
  boolean avatars;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "They look made in the two years before; 2026-01-01 by default.")
  String now = "2026-01-01";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "One password for all of them; else they have none.")
  @Nullable String passwordFile;

  @Option(names = "--password-stdin", description = "Reads it from standard input.")
  boolean passwordStdin;

  /**
   * The users.
   *
   * @throws Usage where a flag makes no sense
   */
  MadeUsers users(Session session) {
    return new MadeUsers(new Plan(tag, seed, time("--now", now), avatars), password(session));
  }

  private @Nullable Secret password(Session session) {
    if (passwordFile != null && passwordStdin) {
      throw new Usage(Message.of("usage.twice", Field.PASSWORD.key()));
    }
    if (passwordFile == null && !passwordStdin) {
      return null;
    }
    String name = passwordFile == null ? "-" : passwordFile;
    Secret secret = new Secret(TextInput.secret(session.workspace(), name));
    session.rules().patch(Map.of(Field.PASSWORD, secret), true);
    return secret;
  }

  /** A day, or a time with its zone, in whole milliseconds. */
  static Instant time(String flag, String text) {
    try {
      Instant time =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return time.truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeParseException noTime) {
      throw new Usage(Message.of("usage.option", flag, text, "2026-01-01, 2026-01-01T12:00:00Z"));
    }
  }
}
