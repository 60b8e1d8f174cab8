package dev.profilectl.cli;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as flags write them: {@code 90d}, {@code 12h}, {@code 5m}, {@code 30s}. */
public final class Spans {
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})([dhms])");

  private Spans() {}

  /**
   * The span.
   *
   * @throws Usage naming the flag, where the text is none
   */
  public static Duration parse(String flag, String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new Usage(Message.of("usage.option", flag, text, "90d, 12h, 5m, 30s"));
    }
    long count = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }
}
