package dev.profilectl.remote;

import dev.profilectl.dialect.Answer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before an attempt: full jitter below a bound that doubles, or what the server
 * asks for.
 *
 * @param longest never longer than this
 */
record Backoff(Duration longest, Clock clock, RandomGenerator random) {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LAST = Duration.ofSeconds(20);

  /**
   * Before another attempt.
   *
   * @param failed how many attempts have failed, at least 1
   */
  Duration after(int failed) {
    long bound = Math.min(LAST.toMillis(), FIRST.toMillis() << Math.min(failed - 1, 20));
    Duration wait = Duration.ofMillis(random.nextLong(bound + 1));
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  /** What an answer's {@code Retry-After} asks for, in seconds or as a date; never negative. */
  Optional<Duration> asked(Answer answer) {
    return answer.header("Retry-After").flatMap(this::read);
  }

  private Optional<Duration> read(String value) {
    if (value.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), date.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }
}
