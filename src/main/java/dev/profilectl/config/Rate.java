package dev.profilectl.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may be done.
 *
 * @param count how many times, 1 to 100000
 * @param per in which time: a second, a minute or an hour
 */
public record Rate(int count, Duration per) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4}|100000)/([smh])");

  /** The time between two, where they are spread evenly; more than zero. */
  public Duration interval() {
    return per.dividedBy(count);
  }

  /** The rate as {@code 20/s}, {@code 100/m} or {@code 500/h}; empty for another text. */
  public static Optional<Rate> parse(String text) {
    Matcher rate = FORM.matcher(text);
    if (!rate.matches()) {
      return Optional.empty();
    }
    Duration per =
        switch (rate.group(2)) {
          case "h" -> Duration.ofHours(1);
          case "m" -> Duration.ofMinutes(1);
          default -> Duration.ofSeconds(1);
        };
    return Optional.of(new Rate(Integer.parseInt(rate.group(1)), per));
  }
}
