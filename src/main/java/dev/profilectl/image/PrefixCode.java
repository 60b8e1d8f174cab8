package dev.profilectl.image;

import java.io.IOException;

/** A prefix code of a lossless WebP stream. */
final class PrefixCode {
  private static final int LONGEST = 15;

  /** The symbols whose code's length is written at each place. */
  private static final int[] ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };

  /** Of each length, how many codes there are. */
  private final int[] count;

  /** By their codes. */
  private final int[] symbols;

  private PrefixCode(int[] count, int[] symbols) {
    this.count = count;
    this.symbols = symbols;
  }

  /** Canonical codes of these lengths in bits; 0 where a symbol has none. */
  private static PrefixCode canonical(int[] lengths) throws IOException {
    int[] count = new int[LONGEST + 1];
    int used = 0;
    for (int length : lengths) {
      if (length > 0) {
        count[length]++;
        used++;
      }
    }
    int left = 1;
    for (int length = 1; length <= LONGEST && left >= 0; length++) {
      left = 2 * left - count[length];
    }
    if (used == 0 || (used > 1 && left != 0)) {
      throw new IOException("codes too many, or too few");
    }
    int[] symbols = new int[used];
    int next = 0;
    for (int length = 1; length <= LONGEST; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          symbols[next++] = symbol;
        }
      }
    }
    return new PrefixCode(count, symbols);
  }

  /** The code as it is written, of this many symbols. */
  static PrefixCode from(LowBits bits, int alphabet) throws IOException {
    if (bits.flag()) {
      boolean two = bits.flag();
      int one = bits.next(bits.flag() ? 8 : 1);
      int[] symbols = two ? new int[] {one, bits.next(8)} : new int[] {one};
      return new PrefixCode(new int[] {0, symbols.length}, symbols);
    }
    int[] ofLengths = new int[ORDER.length];
    int written = bits.next(4) + 4;
    for (int i = 0; i < written; i++) {
      ofLengths[ORDER[i]] = bits.next(3);
    }
    return canonical(lengths(bits, canonical(ofLengths), alphabet));
  }

  private static int[] lengths(LowBits bits, PrefixCode code, int alphabet) throws IOException {
    int[] lengths = new int[alphabet];
    int left = bits.flag() ? 2 + bits.next(2 + 2 * bits.next(3)) : alphabet;
    int previous = 8;
    for (int i = 0; i < alphabet && left > 0; left--) {
      int length = code.read(bits);
      int repeated =
          switch (length) {
            case 16 -> 3 + bits.next(2);
            case 17 -> 3 + bits.next(3);
            case 18 -> 11 + bits.next(7);
            default -> 1;
          };
      if (length < 16 && length > 0) {
        previous = length;
      }
      if (i + repeated > alphabet) {
        throw new IOException("more lengths than symbols");
      }
      int value = length < 16 ? length : length == 16 ? previous : 0;
      for (; repeated > 0; repeated--) {
        lengths[i++] = value;
      }
    }
    return lengths;
  }

  /**
   * The bytes that TwelveMonkeys' tables for it take, at most: one table of all codes up to eight
   * bits, and one for each beginning of longer ones, of up to 128 numbers for eight codes.
   */
  int memory() {
    int longer = 0;
    for (int length = 9; length < count.length; length++) {
      longer += count[length];
    }
    return 1200 + 75 * longer;
  }

  /** The next symbol. One that is alone takes no bits. */
  int read(LowBits bits) throws IOException {
    if (symbols.length == 1) {
      return symbols[0];
    }
    int code = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length < count.length; length++) {
      code = 2 * code + bits.next(1);
      first *= 2;
      if (code - first < count[length]) {
        return symbols[index + code - first];
      }
      index += count[length];
      first += count[length];
    }
    throw new IOException("no such code");
  }
}
