package dev.profilectl.remote.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pairs of tokens. Nothing is taken back: an old one lives on beside a new one until it expires.
 */
final class West2Tokens {
  enum State {
    VALID,
    EXPIRED,
    UNKNOWN
  }

  private record Held(String user, boolean refresh, Instant until) {}

  private static final Duration ACCESS = Duration.ofHours(2);
  private static final Duration REFRESH = Duration.ofDays(7);

  private final Map<String, Held> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger made = new AtomicInteger();
  private final Later clock;

  West2Tokens(Later clock) {
    this.clock = clock;
  }

  West2Pair issue(String user) {
    int number = made.incrementAndGet();
    var pair = new West2Pair("eyJ.access-" + number + ".x", "eyJ.refresh-" + number + ".x");
    Instant now = clock.now();
    tokens.put(pair.access(), new Held(user, false, now.plus(ACCESS)));
    tokens.put(pair.refresh(), new Held(user, true, now.plus(REFRESH)));
    return pair;
  }

  void expire(String token) {
    tokens.computeIfPresent(token, (_, held) -> new Held(held.user(), held.refresh(), Instant.MIN));
  }

  State state(String token, boolean refresh) {
    Held held = tokens.get(token);
    if (held == null || held.refresh() != refresh) {
      return State.UNKNOWN;
    }
    return held.until().isAfter(clock.now()) ? State.VALID : State.EXPIRED;
  }

  /** Whose it is or was. */
  Optional<String> user(String token) {
    return Optional.ofNullable(tokens.get(token)).map(Held::user);
  }
}
