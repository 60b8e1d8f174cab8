package dev.profilectl.image;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Scales what is already in memory. */
final class Scaling {
  private Scaling() {}

  /** The picture in a box, its ratio kept, never enlarged. */
  static Pixels fit(Pixels from, int boxWidth, int boxHeight) {
    Region all = new Region(0, 0, from.width(), from.height());
    Region size = all.fitted(boxWidth, boxHeight);
    return to(from, size.width(), size.height());
  }

  /** The picture in exactly this size, which is not larger. */
  static Pixels to(Pixels from, int width, int height) {
    Region all = new Region(0, 0, from.width(), from.height());
    if (all.covers(width, height)) {
      return from;
    }
    Resampler resampler = new Resampler(all, width, height);
    resampler.begin(Layout.RGBA, null);
    byte[] row = new byte[from.width() * 4];
    for (int y = 0; y < from.height(); y++) {
      for (int x = 0; x < from.width(); x++) {
        int pixel = from.argb()[y * from.width() + x];
        row[4 * x] = (byte) (pixel >> 16);
        row[4 * x + 1] = (byte) (pixel >> 8);
        row[4 * x + 2] = (byte) pixel;
        row[4 * x + 3] = (byte) (pixel >>> 24);
      }
      resampler.row(row, 0);
    }
    try {
      return Colours.toSrgb(resampler.result()).pixels();
    } catch (IOException e) {
      throw new UncheckedIOException("all rows were given", e);
    }
  }
}
