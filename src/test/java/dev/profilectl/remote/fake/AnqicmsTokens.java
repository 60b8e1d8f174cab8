package dev.profilectl.remote.fake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Anqicms's tokens: they look like JWT, and are only known to the fake that made them. */
final class AnqicmsTokens {
  private static final Duration RENEWED_BELOW = Duration.ofHours(1);

  private record Held(long user, Instant until) {}

  private final Map<String, Held> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger made = new AtomicInteger();
  private final Later clock;

  AnqicmsTokens(Later clock) {
    this.clock = clock;
  }

  String issue(long user, Duration life) {
    Instant until = clock.now().plus(life);
    String claims = "{\"userId\":\"" + user + "\",\"t\":\"" + until.getEpochSecond() + "\"}";
    String token =
        encoded("{\"alg\":\"HS256\"}")
            + "."
            + encoded(claims)
            + "."
            + encoded("s" + made.incrementAndGet());
    tokens.put(token, new Held(user, until));
    return token;
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whose token it is; none when it is unknown or too old. */
  Optional<Long> user(String token) {
    return Optional.ofNullable(tokens.get(token))
        .filter(held -> held.until().isAfter(clock.now()))
        .map(Held::user);
  }

  boolean isEnding(String token) {
    Held held = tokens.get(token);
    return held != null && held.until().isBefore(clock.now().plus(RENEWED_BELOW));
  }
}
