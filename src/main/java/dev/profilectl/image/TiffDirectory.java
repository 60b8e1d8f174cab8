package dev.profilectl.image;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The first directory of a TIFF structure: tags and their numbers, read one by one and never beyond
 * the block. Classic TIFF and BigTIFF.
 */
final class TiffDirectory {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int LONG8 = 16;

  private final ByteBuffer block;
  private final boolean big;
  private final int entries;
  private final int count;

  private TiffDirectory(ByteBuffer block, boolean big, int at) {
    this.block = block;
    this.big = big;
    this.entries = at + (big ? 8 : 2);
    this.count = big ? (int) Math.min(block.getLong(at), 0xffff) : block.getShort(at) & 0xffff;
  }

  /**
   * The first directory.
   *
   * @throws IndexOutOfBoundsException or IllegalArgumentException where there is none
   */
  static TiffDirectory first(ByteBuffer block) {
    block.order(Exif.order(block));
    boolean big =
        switch (block.getShort(2)) {
          case 42 -> false;
          case 43 -> true;
          default -> throw new IllegalArgumentException("no TIFF structure");
        };
    long at = big ? block.getLong(8) : block.getInt(4) & 0xffffffffL;
    return new TiffDirectory(block, big, Math.toIntExact(Math.min(at, Integer.MAX_VALUE - 16)));
  }

  /** Whether another directory follows. */
  boolean hasNext() {
    int at = entries + count * (big ? 20 : 12);
    if (at + (big ? 8 : 4) > block.limit()) {
      return false;
    }
    return (big ? block.getLong(at) : block.getInt(at)) != 0;
  }

  /** The first number of a tag, or what is given where the tag is missing or no whole number. */
  int number(int tag, int otherwise) {
    int at = entry(tag);
    return at < 0 ? otherwise : value(at, otherwise);
  }

  /**
   * The first number of a tag, or 1 where it is missing.
   *
   * @throws IOException where it is there, but no whole number from 1 to {@code most}: a decoder
   *     might take it for another
   */
  int size(int tag, int most) throws IOException {
    int at = entry(tag);
    int size = at < 0 ? 1 : value(at, 0);
    if (size < 1 || size > most) {
      throw new IOException("tag " + tag);
    }
    return size;
  }

  /** Where the entry of a tag lies; -1 where there is none. */
  private int entry(int tag) {
    for (int i = 0; i < count; i++) {
      int at = entries + i * (big ? 20 : 12);
      if ((block.getShort(at) & 0xffff) == tag) {
        return at;
      }
    }
    return -1;
  }

  private int value(int at, int otherwise) {
    int type = block.getShort(at + 2);
    long number = big ? block.getLong(at + 4) : block.getInt(at + 4) & 0xffffffffL;
    int inline = at + (big ? 12 : 8);
    int room = big ? 8 : 4;
    int size = type == SHORT ? 2 : type == LONG8 ? 8 : 4;
    int from =
        number * size <= room
            ? inline
            : Math.toIntExact(big ? block.getLong(inline) : block.getInt(inline) & 0xffffffffL);
    return switch (type) {
      case SHORT -> block.getShort(from) & 0xffff;
      case LONG -> block.getInt(from);
      case LONG8 -> Math.toIntExact(block.getLong(from));
      default -> otherwise;
    };
  }
}
