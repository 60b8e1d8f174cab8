package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.profile.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How long is waited: alone, and together. */
class BackoffTest {
  @Test
  void everyWaitLiesBelowABoundThatDoubles() {
    for (int seed = 0; seed < 200; seed++) {
      Duration longest = Duration.ofMillis(new Random(seed).nextInt(30_000));
      Backoff backoff = new Backoff(longest, new TestTime(), new Random(seed));
      for (int failed = 1; failed < 60; failed++) {
        long bound = (long) Math.min(20_000, 250 * Math.pow(2, failed - 1));
        Duration wait = backoff.after(failed);
        assertThat(wait).isBetween(Duration.ZERO, Duration.ofMillis(bound));
        assertThat(wait).isLessThanOrEqualTo(longest);
      }
    }
  }

  @Test
  void waitsAreSpreadOverTheWholeBound() {
    Backoff backoff = new Backoff(Duration.ofHours(1), new TestTime(), new Random(5));
    long below = 0;
    for (int i = 0; i < 1000; i++) {
      below += backoff.after(3).toMillis() < 500 ? 1 : 0;
    }
    assertThat(below).isBetween(400L, 600L);
  }

  @Test
  void aHoldHoldsEverybody() throws Exception {
    TestTime time = new TestTime();
    Pace pace = new Pace(time, time, null);
    List<Wait> told = new ArrayList<>();
    pace.onWait(told::add);
    pace.hold(new Wait(Wait.Why.ASKED, Duration.ofSeconds(5), 429));
    pace.hold(new Wait(Wait.Why.BUSY, Duration.ofSeconds(2), 503));
    assertThat(told).containsExactly(new Wait(Wait.Why.ASKED, Duration.ofSeconds(5), 429));
    List<Future<?>> workers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        workers.add(
            pool.submit(
                () -> {
                  pace.await();
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    }
    assertThat(time.instant()).isAfterOrEqualTo(TestTime.START.plusSeconds(5));
    assertThat(time.pauses()).isNotEmpty().allMatch(Duration.ofSeconds(5)::equals);
  }

  @Test
  void aRateSpreadsTheStarts() throws Exception {
    TestTime time = new TestTime();
    Pace pace = new Pace(time, time, Duration.ofMillis(50));
    List<Wait> told = new ArrayList<>();
    pace.onWait(told::add);
    for (int i = 0; i < 5; i++) {
      pace.await();
    }
    assertThat(time.pauses()).hasSize(4).allMatch(Duration.ofMillis(50)::equals);
    assertThat(told).hasSize(4).allMatch(wait -> wait.why() == Wait.Why.RATE);
  }
}
