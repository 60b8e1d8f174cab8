package dev.profilectl.bulk;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which keys were in a file already, and where. Remembers a hash of 64 bits and a line for each, so
 * some 20 bytes a row however long the keys are; that two of a million keys share a hash happens in
 * one of tens of millions of files.
 */
public final class SeenKeys {
  /** So many that growing, a part at a time, takes little room beside what is there. */
  private static final int PARTS = 256;

  private final @Nullable Part[] parts = new Part[PARTS];

  /** The keys whose hashes end alike. */
  private static final class Part {
    private static final int FIRST_SIZE = 1 << 4;

    private long[] hashes = new long[FIRST_SIZE];
    private int[] lines = new int[FIRST_SIZE];
    private int size;

    /** The line of a hash that is there already; else 0, and it is there from now on. */
    int add(long hash, int line) {
      if (4L * size >= 3L * hashes.length) {
        grow();
      }
      int at = place(hash);
      if (lines[at] == 0) {
        hashes[at] = hash;
        lines[at] = line;
        size++;
        return 0;
      }
      return lines[at];
    }

    private int place(long hash) {
      int mask = hashes.length - 1;
      int at = (int) (hash >>> 32) & mask;
      while (lines[at] != 0 && hashes[at] != hash) {
        at = (at + 1) & mask;
      }
      return at;
    }

    private void grow() {
      long[] oldHashes = hashes;
      int[] oldLines = lines;
      hashes = new long[oldHashes.length * 2];
      lines = new int[hashes.length];
      for (int i = 0; i < oldHashes.length; i++) {
        if (oldLines[i] != 0) {
          int at = place(oldHashes[i]);
          hashes[at] = oldHashes[i];
          lines[at] = oldLines[i];
        }
      }
    }
  }

  /**
   * Notes a key.
   *
   * @param line from 1; what is beyond the 31st bit is told as the last line that is not
   * @return the line where it was first; empty where it is new
   */
  public OptionalLong add(RowKey key, String value, long line) {
    long hash = hash(key.word() + "=" + key.same(value));
    int part = (int) hash & (PARTS - 1);
    Part own = parts[part];
    if (own == null) {
      own = new Part();
      parts[part] = own;
    }
    int first = own.add(hash, (int) Math.min(line, Integer.MAX_VALUE));
    return first == 0 ? OptionalLong.empty() : OptionalLong.of(first);
  }

  /** FNV-1a, its bits mixed at the end as SplitMix64 does. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
