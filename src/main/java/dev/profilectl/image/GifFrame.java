package dev.profilectl.image;

import java.io.EOFException;
import java.io.IOException;

/**
 * Where the first frame of a GIF is and what it needs.
 *
 * @param region of the canvas
 * @param interlaced whether its rows are out of order
 * @param table where its colours begin, three bytes each
 * @param colours how many there are
 * @param transparent the index of the transparent colour, or -1
 * @param codes where its compressed pixels begin
 */
record GifFrame(
    Region region, boolean interlaced, int table, int colours, int transparent, int codes) {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int CONTROL = 0xf9;
  private static final int SCREEN_END = 13;

  /** Reads up to the first frame's pixels. */
  static GifFrame first(byte[] file) throws IOException {
    int flags = file[10];
    int global = (flags & 0x80) != 0 ? 2 << (flags & 7) : 0;
    int at = SCREEN_END + 3 * global;
    int transparent = -1;
    while (file[at] == EXTENSION) {
      if ((file[at + 1] & 0xff) == CONTROL && (file[at + 3] & 1) != 0) {
        transparent = file[at + 6] & 0xff;
      }
      at = afterBlocks(file, at + 2);
    }
    if (file[at] != IMAGE) {
      throw new EOFException();
    }
    Region region =
        new Region(
            number(file, at + 1), number(file, at + 3), number(file, at + 5), number(file, at + 7));
    int local = file[at + 9];
    boolean interlaced = (local & 0x40) != 0;
    int after = at + 10;
    if ((local & 0x80) == 0) {
      return new GifFrame(region, interlaced, SCREEN_END, global, transparent, after);
    }
    int colours = 2 << (local & 7);
    return new GifFrame(region, interlaced, after, colours, transparent, after + 3 * colours);
  }

  /** Whether another frame, or anything but the end, comes after this one. */
  boolean hasNext(byte[] file) {
    try {
      int at = afterBlocks(file, codes + 1);
      while (file[at] == EXTENSION) {
        at = afterBlocks(file, at + 2);
      }
      return file[at] == IMAGE;
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  private static int afterBlocks(byte[] file, int from) {
    int at = from;
    while (file[at] != 0) {
      at += 1 + (file[at] & 0xff);
    }
    return at + 1;
  }

  static int number(byte[] file, int at) {
    return (file[at] & 0xff) | (file[at + 1] & 0xff) << 8;
  }
}
