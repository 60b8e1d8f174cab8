package dev.profilectl.seed;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Seeds;
import dev.profilectl.profile.Seeds.Seedling;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the users of a plan in a store, those that are not there yet. */
public final class Sowing {
  /** So many in one transaction, which other writers wait for: a second at most. */
  private static final int AT_ONCE = 4_000;

  /** The same with pictures, which are in memory meanwhile. */
  private static final int PICTURED_AT_ONCE = 400;

  private final Seeds seeds;
  private final MadeUsers users;

  /** Of these users. */
  public Sowing(Seeds seeds, MadeUsers users) {
    this.seeds = seeds;
    this.users = users;
  }

  /** The numbers, from 1 to the count, of those that are not there. */
  public BitSet missing(int count) {
    BitSet missing = new BitSet(count + 1);
    missing.set(1, count + 1);
    missing.andNot(seeds.living(users.plan().tag()));
    return missing;
  }

  /**
   * Makes them.
   *
   * @param missing their numbers
   * @param expires from when on nobody wants them; {@code null} for never
   * @param done is told how many were made, now and then
   * @throws Failure.Conflict where the tag has another plan, or somebody else one of the names
   */
  public void make(BitSet missing, @Nullable Instant expires, Origin origin, IntConsumer done) {
    seeds.keep(users.plan(), expires);
    int[] numbers = missing.stream().toArray();
    int atOnce = users.plan().avatars() ? PICTURED_AT_ONCE : AT_ONCE;
    for (int from = 0; from < numbers.length; from += atOnce) {
      int to = Math.min(from + atOnce, numbers.length);
      seeds.plant(users.plan().tag(), seedlings(numbers, from, to), origin);
      done.accept(to);
    }
  }

  /** Pictures take longest, and need not be drawn one after the other. */
  private List<Seedling> seedlings(int[] numbers, int from, int to) {
    IntStream range = IntStream.range(from, to).map(i -> numbers[i]);
    return users.plan().avatars()
        ? range.parallel().mapToObj(users::seedling).toList()
        : range.mapToObj(users::seedling).toList();
  }
}
