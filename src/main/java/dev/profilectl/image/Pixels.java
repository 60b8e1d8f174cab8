package dev.profilectl.image;

/**
 * A small picture in memory.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb row by row from the top, 8 bits each of alpha, red, green, blue; sRGB, not
 *     premultiplied; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes are not copied
public record Pixels(int width, int height, int[] argb) {

  /** Whether any pixel lets something through. */
  boolean transparent() {
    for (int pixel : argb) {
      if (pixel >>> 24 != 0xff) {
        return true;
      }
    }
    return false;
  }

  /** The same laid over white. */
  Pixels flattened() {
    int[] flat = new int[argb.length];
    for (int i = 0; i < flat.length; i++) {
      int alpha = argb[i] >>> 24;
      flat[i] =
          0xff000000
              | over(((argb[i] >> 16) & 0xff), alpha) << 16
              | over(((argb[i] >> 8) & 0xff), alpha) << 8
              | over(argb[i] & 0xff, alpha);
    }
    return new Pixels(width, height, flat);
  }

  private static int over(int sample, int alpha) {
    return (sample * alpha + 255 * (255 - alpha) + 127) / 255;
  }
}
