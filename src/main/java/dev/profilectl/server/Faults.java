package dev.profilectl.server;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goes wrong on purpose. What becomes of the n-th request depends on the seed and on n alone,
 * so that the same requests in the same order meet the same faults.
 */
final class Faults {
  private static final Pattern PART =
      Pattern.compile(
          "(latency)=([0-9]{1,6})ms|(fail|drop)=([0-9]{1,3}(?:\\.[0-9]+)?)%"
              + "|(rate)=([0-9]{1,6})/s|(seed)=(-?[0-9]{1,18})");

  private final AtomicLong count = new AtomicLong();
  private final Map<String, Double> plan;
  private final Clock clock;
  private final long seed;
  private double allowance;
  private long allowedAt;

  private Faults(Map<String, Double> plan, long seed, Clock clock) {
    this.plan = plan;
    this.seed = seed;
    this.clock = clock;
    this.allowance = plan.getOrDefault("rate", 0.0);
    this.allowedAt = clock.millis();
  }

  /** What one request meets. */
  enum Fault {
    NONE,
    /** It is refused before anything is done. */
    FAIL,
    /** Nobody answers, and nothing is done. */
    DROP_BEFORE,
    /** It is done, and nobody answers. */
    DROP_AFTER,
    /** There were too many of late. */
    TOO_MANY
  }

  /**
   * Reads {@code latency=50ms,fail=5%,rate=10/s,drop=1%,seed=7}, any of them; nothing for none.
   *
   * @throws Usage for anything else
   */
  static Faults parse(String text, Clock clock) {
    Map<String, Double> plan = new HashMap<>();
    long seed = 0;
    for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        throw new Usage(Message.of("serve.bad-faults", text));
      }
      if (matcher.group(7) != null) {
        seed = Long.parseLong(matcher.group(8));
      } else {
        for (int group = 1; group < 7; group += 2) {
          if (matcher.group(group) != null) {
            plan.put(matcher.group(group), Double.valueOf(matcher.group(group + 1)));
          }
        }
      }
    }
    return new Faults(plan, seed, clock);
  }

  /** Milliseconds that every request waits. */
  long latency() {
    return plan.getOrDefault("latency", 0.0).longValue();
  }

  /** What the next request meets. */
  Fault next() {
    if (plan.isEmpty()) {
      return Fault.NONE;
    }
    if (plan.containsKey("rate") && !isAllowed()) {
      return Fault.TOO_MANY;
    }
    long number = count.getAndIncrement();
    if (percent(number, 1) < plan.getOrDefault("drop", 0.0)) {
      return percent(number, 2) < 50 ? Fault.DROP_BEFORE : Fault.DROP_AFTER;
    }
    return percent(number, 3) < plan.getOrDefault("fail", 0.0) ? Fault.FAIL : Fault.NONE;
  }

  private synchronized boolean isAllowed() {
    double rate = plan.getOrDefault("rate", 0.0);
    long now = clock.millis();
    allowance = Math.min(rate, allowance + (now - allowedAt) * rate / 1000);
    allowedAt = now;
    if (allowance < 1) {
      return false;
    }
    allowance--;
    return true;
  }

  /** From 0 to less than 100, evenly; the steps are those of SplitMix64. */
  private double percent(long number, long salt) {
    long z = seed * 0x9e3779b97f4a7c15L + (number * 4 + salt) * 0xd1342543de82ef95L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1.0p-53 * 100;
  }
}
