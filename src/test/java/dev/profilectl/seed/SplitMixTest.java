package dev.profilectl.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMixTest {
  /**
   * Java's generator of today is the same algorithm from a state: so ours is written down right.
   */
  @Test
  void isSplitMix64() {
    SplitMix ours = SplitMix.of(0, "", 0);
    long first = ours.nextLong();
    // the state after one draw is what an inverse of the mixing gives
    SplittableRandom theirs = new SplittableRandom(unmixed(first));
    for (int i = 0; i < 1_000; i++) {
      assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
    }
  }

  private static long unmixed(long mixed) {
    long value = mixed ^ (mixed >>> 31) ^ (mixed >>> 62);
    value *= 0x319642b2d24d8ec3L;
    value = value ^ (value >>> 27) ^ (value >>> 54);
    value *= 0x96de1b173f119089L;
    return value ^ (value >>> 30) ^ (value >>> 60);
  }

  @Test
  void thingsOfOneSeedDiffer() {
    Set<Long> first = new HashSet<>();
    for (int number = 0; number < 10_000; number++) {
      assertThat(first.add(SplitMix.of(42, "user", number).nextLong())).isTrue();
      assertThat(first.add(SplitMix.of(42, "picture", number).nextLong())).isTrue();
      assertThat(first.add(SplitMix.of(43, "user", number).nextLong())).isTrue();
    }
  }

  @Test
  void everyNumberBelowABoundComes() {
    SplitMix random = SplitMix.of(42, "test", 1);
    int[] counts = new int[12];
    for (int i = 0; i < 120_000; i++) {
      counts[random.below(12)]++;
    }
    assertThat(Arrays.stream(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(9_500, 10_500));
  }
}
