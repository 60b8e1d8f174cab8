package dev.profilectl.image;

/**
 * A picture read once and kept small, so that what a crop or a turn would come to can be shown at
 * once, again and again. What is stored is never made from it.
 */
public final class Sketch {
  private static final int DARKER = 3;

  private final Pixels pixels;
  private final int width;
  private final int height;

  private Sketch(Pixels pixels, ImageFacts facts) {
    this.pixels = pixels;
    this.width = facts.uprightWidth();
    this.height = facts.uprightHeight();
  }

  /**
   * Of a picture.
   *
   * @param most the longest side that is kept, in pixels; at least 1
   * @throws dev.profilectl.failure.Failure.Invalid as {@link ImagePipeline#process(byte[],
   *     ImageOptions)}
   */
  public static Sketch of(byte[] picture, int most) {
    return new Sketch(ImagePreview.pixels(picture, most, most), ImageInspector.inspect(picture));
  }

  /** The width of the picture itself, upright. */
  public int width() {
    return width;
  }

  /** The height of the picture itself, upright. */
  public int height() {
    return height;
  }

  /**
   * What would be kept of it.
   *
   * @param rotate clockwise: 0, 90, 180 or 270
   * @param crop in pixels of the picture itself, after the turn
   * @param boxWidth the result has this width at most, and no more than the pixels kept
   * @param boxHeight likewise
   * @throws dev.profilectl.failure.Failure.Invalid where the crop reaches outside
   */
  public Pixels part(int rotate, Crop crop, int boxWidth, int boxHeight) {
    Pixels turned = turned(rotate);
    return Scaling.fit(cut(turned, kept(rotate, crop, turned)), boxWidth, boxHeight);
  }

  /** All of it, with what would not be kept darkened; as {@link #part}. */
  public Pixels marked(int rotate, Crop crop, int boxWidth, int boxHeight) {
    Pixels whole = Scaling.fit(turned(rotate), boxWidth, boxHeight);
    Region kept = kept(rotate, crop, whole);
    int[] argb = whole.argb().clone();
    for (int y = 0; y < whole.height(); y++) {
      for (int x = 0; x < whole.width(); x++) {
        boolean inside =
            x >= kept.x()
                && x < kept.x() + kept.width()
                && y >= kept.y()
                && y < kept.y() + kept.height();
        int at = y * whole.width() + x;
        argb[at] = inside ? argb[at] : darker(argb[at]);
      }
    }
    return new Pixels(whole.width(), whole.height(), argb);
  }

  private Pixels turned(int rotate) {
    return Orientation.NORMAL.rotated(rotate).upright(pixels);
  }

  /** What the crop keeps, in a picture that shows all of this one so small; at least a pixel. */
  private Region kept(int rotate, Crop crop, Pixels small) {
    int wide = rotate % 180 == 0 ? width : height;
    int high = rotate % 180 == 0 ? height : width;
    Region all = Region.of(crop, wide, high);
    double across = (double) small.width() / wide;
    double down = (double) small.height() / high;
    int x = Math.clamp(Math.round(all.x() * across), 0, small.width() - 1);
    int y = Math.clamp(Math.round(all.y() * down), 0, small.height() - 1);
    return new Region(
        x,
        y,
        Math.clamp(Math.round(all.width() * across), 1, small.width() - x),
        Math.clamp(Math.round(all.height() * down), 1, small.height() - y));
  }

  private static Pixels cut(Pixels from, Region part) {
    int[] argb = new int[part.width() * part.height()];
    for (int y = 0; y < part.height(); y++) {
      int start = (part.y() + y) * from.width() + part.x();
      System.arraycopy(from.argb(), start, argb, y * part.width(), part.width());
    }
    return new Pixels(part.width(), part.height(), argb);
  }

  private static int darker(int argb) {
    int red = ((argb >> 16) & 0xff) / DARKER;
    int green = ((argb >> 8) & 0xff) / DARKER;
    int blue = (argb & 0xff) / DARKER;
    return (argb & 0xff000000) | (red << 16) | (green << 8) | blue;
  }
}
