package dev.profilectl.image;

import java.io.IOException;
import java.util.Arrays;

/** Turns a PNG's rows, of whatever colour type and depth, into 8-bit samples. */
final class PngSamples {
  private static final int GREY = 0;
  private static final int COLOUR = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int COLOUR_ALPHA = 6;

  private final int depth;
  private final int type;
  private final int channels;
  private final byte[] palette;
  private final byte[] transparency;
  private final Layout layout;

  PngSamples(PngFile png) throws IOException {
    depth = png.depth();
    type = png.colourType();
    palette = type == PALETTE ? png.palette() : new byte[0];
    transparency = png.transparency();
    channels =
        switch (type) {
          case GREY, PALETTE -> 1;
          case COLOUR -> 3;
          case GREY_ALPHA -> 2;
          case COLOUR_ALPHA -> 4;
          default -> throw new IOException("colour type");
        };
    boolean byteDepth = depth == 8 || (depth == 16 && type != PALETTE);
    boolean smallDepth = (depth == 1 || depth == 2 || depth == 4) && channels == 1;
    if (!(byteDepth || smallDepth) || (type == PALETTE && palette.length < 3)) {
      throw new IOException("depth");
    }
    layout = layoutOf();
  }

  private Layout layoutOf() {
    boolean keyed = transparency.length >= (type == PALETTE ? 1 : 2 * channels);
    return switch (type) {
      case GREY -> keyed ? Layout.GREY_ALPHA : Layout.GREY;
      case COLOUR, PALETTE -> keyed ? Layout.RGBA : Layout.RGB;
      case GREY_ALPHA -> Layout.GREY_ALPHA;
      default -> Layout.RGBA;
    };
  }

  Layout layout() {
    return layout;
  }

  int bitsPerPixel() {
    return depth * channels;
  }

  /** Expands so many pixels of a row, whose bytes begin after the filter's margin. */
  void expand(byte[] row, int width, byte[] out) throws IOException {
    int at = Math.max(1, bitsPerPixel() / 8);
    if (type == PALETTE) {
      indexed(row, at, width, out);
    } else if (depth == 8 && channels == layout.bands) {
      System.arraycopy(row, at, out, 0, width * channels);
    } else {
      direct(row, at, width, out);
    }
  }

  private void indexed(byte[] row, int at, int width, byte[] out) throws IOException {
    int bands = layout.bands;
    for (int x = 0; x < width; x++) {
      int index = sample(row, at, x);
      if (3 * index + 2 >= palette.length) {
        throw new IOException("palette");
      }
      System.arraycopy(palette, 3 * index, out, x * bands, 3);
      if (bands == 4) {
        out[x * 4 + 3] = index < transparency.length ? transparency[index] : (byte) 0xff;
      }
    }
  }

  private void direct(byte[] row, int at, int width, byte[] out) {
    int bands = layout.bands;
    if (depth == 16 && bands == channels) {
      for (int i = 0; i < width * channels; i++) {
        out[i] = narrowed(BigEndian.number(row, at + 2 * i));
      }
      return;
    }
    int[] key = new int[channels];
    if (bands > channels) {
      Arrays.setAll(key, i -> BigEndian.number(transparency, 2 * i));
    }
    for (int x = 0; x < width; x++) {
      boolean same = true;
      for (int c = 0; c < channels; c++) {
        int value = sample(row, at, x * channels + c);
        same &= value == key[c];
        out[x * bands + c] = depth == 16 ? narrowed(value) : (byte) (value * 255 / max());
      }
      if (bands > channels) {
        out[x * bands + channels] = (byte) (same ? 0 : 0xff);
      }
    }
  }

  /** The nearest in 8 bits to a value of 16. */
  private static byte narrowed(int value) {
    return (byte) ((value * 255 + 32895) >> 16);
  }

  private int max() {
    return (1 << depth) - 1;
  }

  private int sample(byte[] row, int at, int index) {
    return switch (depth) {
      case 16 -> BigEndian.number(row, at + 2 * index);
      case 8 -> row[at + index] & 0xff;
      default -> {
        int bit = index * depth;
        yield (row[at + (bit >> 3)] >> (8 - depth - (bit & 7))) & max();
      }
    };
  }
}
