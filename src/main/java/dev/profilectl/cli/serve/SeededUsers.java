package dev.profilectl.cli.serve;

import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.Seeds;
import dev.profilectl.profile.Seeds.Plan;
import dev.profilectl.seed.MadeUsers;
import dev.profilectl.seed.Sowing;
import java.time.Instant;

/**
 * Users for tests of clients: those that {@code seed apply --tag user} makes, with a password that
 * everybody knows.
 */
final class SeededUsers {
  private static final String TAG = "user";
  private static final String PASSWORD = "seed-password";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private SeededUsers() {}

  /** Makes so many; who is there already stays as he is. */
  static void make(Seeds seeds, long seed, int count, String actor) {
    MadeUsers users = new MadeUsers(new Plan(TAG, seed, NOW, false), new Secret(PASSWORD));
    Sowing sowing = new Sowing(seeds, users);
    sowing.make(sowing.missing(count), null, new Origin("seed", actor, null), _ -> {});
  }
}
