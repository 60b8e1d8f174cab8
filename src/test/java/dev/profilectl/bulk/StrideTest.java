package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StrideTest {
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration NEITHER = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofSeconds(20);

  private static int after(Stride stride, Duration... times) {
    for (Duration time : times) {
      SteppingClock clock = new SteppingClock(time);
      assertThat(stride.timed(clock, () -> "done")).isEqualTo("done");
    }
    return stride.rows();
  }

  @Test
  void itGrowsWhileRowsEndSoonAndNoFurther() {
    Stride stride = Stride.between(32, 200);
    assertThat(stride.rows()).isEqualTo(32);
    assertThat(after(stride, SOON)).isEqualTo(64);
    assertThat(after(stride, NEITHER)).isEqualTo(64);
    assertThat(after(stride, SOON, SOON, SOON)).isEqualTo(200);
  }

  @Test
  void itShrinksWhileRowsTakeLongAndNoFurther() {
    Stride stride = Stride.between(32, 200);
    assertThat(after(stride, SOON, SOON, SOON, LONG)).isEqualTo(100);
    assertThat(after(stride, LONG, LONG, LONG)).isEqualTo(32);
  }

  @Test
  void whatIsFixedStays() {
    assertThat(after(Stride.of(7), SOON, SOON)).isEqualTo(7);
    assertThat(after(Stride.between(32, 200).atMost(4), SOON, LONG)).isEqualTo(4);
    assertThat(after(Stride.between(1, 1_000_000), manyTimes(SOON)))
        .isEqualTo(Execution.MOST_AT_ONCE);
  }

  /** Each look at it comes a step later. */
  private static final class SteppingClock extends Clock {
    private final Duration step;
    private Instant now = Instant.EPOCH;

    SteppingClock(Duration step) {
      this.step = step;
    }

    @Override
    public Instant instant() {
      now = now.plus(step);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static Duration[] manyTimes(Duration time) {
    Duration[] times = new Duration[40];
    Arrays.fill(times, time);
    return times;
  }
}
