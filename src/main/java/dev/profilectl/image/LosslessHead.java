package dev.profilectl.image;

import java.io.IOException;

/**
 * What a lossless WebP stream asks for before its first pixel. TwelveMonkeys' decoder does it
 * whatever it is: any number of transforms, of which each goes over all pixels, and any number of
 * sets of codes, of which each takes five kilobytes and more. Some hundred bytes would keep it busy
 * for minutes.
 */
final class LosslessHead {
  private static final int PREDICTOR = 0;
  private static final int COLOUR = 1;
  private static final int PALETTE = 3;

  private static final int LITERALS = 256;
  private static final int LENGTHS = 24;
  private static final int DISTANCES = 40;

  private final LowBits bits;

  private LosslessHead(LowBits bits) {
    this.bits = bits;
  }

  /**
   * Goes over a stream from its transforms to its first pixel.
   *
   * @throws IOException where a transform comes twice, the tables of its codes take more than this
   *     many bytes, or it is damaged
   */
  static void check(LowBits bits, int width, int height, long memory) throws IOException {
    new LosslessHead(bits).picture(width, height, memory);
  }

  private void picture(int full, int height, long memory) throws IOException {
    int width = full;
    int seen = 0;
    while (bits.flag()) {
      int type = bits.next(2);
      if ((seen >> type & 1) != 0) {
        throw new IOException("a transform twice");
      }
      seen |= 1 << type;
      if (type == PREDICTOR || type == COLOUR) {
        blocks(width, height);
      } else if (type == PALETTE) {
        int colours = bits.next(8) + 1;
        skip(colours, 1);
        width = shrunk(width, colours > 16 ? 0 : colours > 4 ? 1 : colours > 2 ? 2 : 3);
      }
    }
    int cached = cache();
    int last = bits.flag() ? blocks(width, height) : 0;
    long left = memory;
    for (int i = 0; i <= last; i++) {
      for (PrefixCode code : codes(cached)) {
        left -= code.memory();
      }
      if (left < 0) {
        throw new IOException("too many codes");
      }
    }
  }

  /** Those of green or a length, red, blue, alpha, and of a distance. */
  private PrefixCode[] codes(int cached) throws IOException {
    int[] alphabets = {LITERALS + LENGTHS + cached, LITERALS, LITERALS, LITERALS, DISTANCES};
    PrefixCode[] codes = new PrefixCode[alphabets.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = PrefixCode.from(bits, alphabets[i]);
    }
    return codes;
  }

  private static int shrunk(int side, int by) {
    return (side + (1 << by) - 1) >> by;
  }

  private int blocks(int width, int height) throws IOException {
    int by = bits.next(3) + 2;
    return skip(shrunk(width, by), shrunk(height, by));
  }

  /** How many colours the cache holds; 0 where there is none. */
  private int cache() throws IOException {
    if (!bits.flag()) {
      return 0;
    }
    int size = bits.next(4);
    if (size < 1 || size > 11) {
      throw new IOException("colour cache");
    }
    return 1 << size;
  }

  /** Goes over a picture inside the head; the largest number that red and green make in it. */
  private int skip(int width, int height) throws IOException {
    PrefixCode[] codes = codes(cache());
    int largest = 0;
    long left = (long) width * height;
    while (left > 0) {
      int symbol = codes[0].read(bits);
      if (symbol < LITERALS) {
        largest = Math.max(largest, codes[1].read(bits) << 8 | symbol);
        var _ = codes[2].read(bits);
        var _ = codes[3].read(bits);
        left--;
      } else if (symbol < LITERALS + LENGTHS) {
        left -= number(symbol - LITERALS);
        var _ = number(codes[4].read(bits));
      } else {
        left--;
      }
    }
    return largest;
  }

  /** A length or a distance: its symbol says how many bits more it has. */
  private int number(int symbol) throws IOException {
    if (symbol < 4) {
      return symbol + 1;
    }
    int more = (symbol - 2) >> 1;
    return ((2 + (symbol & 1)) << more) + bits.next(more) + 1;
  }
}
