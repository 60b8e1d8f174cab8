package dev.profilectl.seed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * SplitMix64 (Steele, Lea, Flood 2014; the constants are Vigna's), written down here so that no
 * release of Java can change what a seed makes. Not for secrets.
 */
final class SplitMix implements RandomGenerator {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long state;

  private SplitMix(long state) {
    this.state = state;
  }

  /**
   * The draws for one of many things of a seed, which depend on nothing else.
   *
   * @param purpose what they are for: things of one number and different purposes differ
   * @param number of the thing
   */
  static SplitMix of(long seed, String purpose, long number) {
    return new SplitMix(mix(mix(seed ^ hash(purpose)) + number * GOLDEN));
  }

  /** FNV-1a of 64 bits. */
  private static long hash(String text) {
    long hash = FNV_OFFSET;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  @Override
  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** The bytes of {@link #nextLong}, the lowest first. */
  @Override
  public void nextBytes(byte[] bytes) {
    long word = 0;
    for (int i = 0; i < bytes.length; i++) {
      word = i % Long.BYTES == 0 ? nextLong() : word >>> Byte.SIZE;
      bytes[i] = (byte) word;
    }
  }

  /** A number from 0 to {@code bound - 1}, by remainder; the bound is far below 2<sup>63</sup>. */
  long below(long bound) {
    return (nextLong() >>> 1) % bound;
  }

  /** The same for small numbers. */
  int below(int bound) {
    return (int) below((long) bound);
  }

  /** One of a list. */
  <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }

  /** Whether something comes about that does so once in so many times. */
  boolean oneIn(int times) {
    return below(times) == 0;
  }
}
