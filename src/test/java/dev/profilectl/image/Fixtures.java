package dev.profilectl.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/** The files under {@code src/test/resources/images}. */
final class Fixtures {
  /** Of the picture of quadrants, whose README tells how it was made. */
  private static final int RED = 0xe01010;

  private static final int GREEN = 0x10c010;
  private static final int BLUE = 0x1020e0;
  private static final int YELLOW = 0xf0e010;

  private Fixtures() {}

  static byte[] read(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream("/images/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The colours of the picture of quadrants, as {@link #corners} gives them. */
  static int[] quadrants() {
    return new int[] {0xff000000 | RED, 0xff000000 | GREEN, 0xff000000 | BLUE, 0xff000000 | YELLOW};
  }

  /** The middles of the four quadrants: top left, top right, bottom left, bottom right. */
  static int[] corners(Pixels pixels) {
    int x = pixels.width() / 4;
    int y = pixels.height() / 4;
    int w = pixels.width();
    int[] all = pixels.argb();
    return new int[] {
      all[y * w + x], all[y * w + 3 * x], all[3 * y * w + x], all[3 * y * w + 3 * x]
    };
  }

  /** The largest difference of any channel between colours, alpha included. */
  static int distance(int[] a, int[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(Arrays.toString(a) + Arrays.toString(b));
    }
    int most = 0;
    for (int i = 0; i < a.length; i++) {
      for (int shift = 0; shift <= 24; shift += 8) {
        most = Math.max(most, Math.abs((a[i] >>> shift & 0xff) - (b[i] >>> shift & 0xff)));
      }
    }
    return most;
  }
}
