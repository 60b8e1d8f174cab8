package dev.profilectl.remote;

import dev.profilectl.dialect.Account;
import dev.profilectl.profile.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The users that were read last, and by whose connection: what is changed right after it was read
 * need not be read twice. Of no more than a few it holds what was read, however many are changed.
 */
final class Known {
  private static final int MOST = 1000;
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Clock clock;
  private final Map<UserId, Reading> readings = new LinkedHashMap<>();
  private final Map<UserId, Line> lines = new HashMap<>();

  Known(Clock clock) {
    this.clock = clock;
  }

  private record Reading(Account account, boolean owner, Instant at) {}

  /**
   * Remembers a user.
   *
   * @param owner whether the connection is this user's own
   */
  synchronized void put(Line line, Account account, boolean owner) {
    UserId user = account.profile().id();
    lines.put(user, line);
    readings.remove(user);
    readings.put(user, new Reading(account, owner, clock.instant()));
    if (readings.size() > MOST) {
      readings.remove(readings.keySet().iterator().next());
    }
  }

  /** The connection that a user was read by. */
  synchronized Optional<Line> line(UserId user) {
    return Optional.ofNullable(lines.get(user));
  }

  /** The user as read a moment ago by their own connection; once. */
  synchronized Optional<Account> takeOwner(UserId user) {
    Reading reading = readings.get(user);
    if (reading == null
        || !reading.owner
        || Duration.between(reading.at, clock.instant()).compareTo(FRESH) > 0) {
      return Optional.empty();
    }
    readings.put(user, new Reading(reading.account, false, reading.at));
    return Optional.of(reading.account);
  }
}
