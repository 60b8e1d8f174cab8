package dev.profilectl.image;

/**
 * The eight ways a picture can lie: how to get from a pixel of the upright picture to the stored
 * one. With {@code swap} the axes change places first, then each may run backwards.
 */
enum Orientation {
  NORMAL(false, false, false),
  MIRRORED(false, true, false),
  HALF_TURN(false, true, true),
  MIRRORED_HALF_TURN(false, false, true),
  TRANSPOSED(true, false, false),
  QUARTER_TURN(true, false, true),
  TRANSVERSED(true, true, true),
  THREE_QUARTER_TURN(true, true, false);

  final boolean swap;
  private final boolean flipX;
  private final boolean flipY;

  Orientation(boolean swap, boolean flipX, boolean flipY) {
    this.swap = swap;
    this.flipX = flipX;
    this.flipY = flipY;
  }

  /** By the EXIF number, 1 to 8. */
  static Orientation ofExif(int number) {
    return values()[number - 1];
  }

  /** What it takes when the upright picture is turned clockwise by 0, 90, 180 or 270 degrees. */
  Orientation rotated(int degrees) {
    if (degrees == 0) {
      return this;
    }
    Orientation quarter = swap ? of(false, !flipX, flipY) : of(true, flipX, !flipY);
    return quarter.rotated(degrees - 90);
  }

  private static Orientation of(boolean swap, boolean flipX, boolean flipY) {
    for (Orientation each : values()) {
      if (each.swap == swap && each.flipX == flipX && each.flipY == flipY) {
        return each;
      }
    }
    throw new IllegalStateException("the eight are all there are");
  }

  /** Where a region of the upright picture lies in the stored one, which has this size. */
  Region stored(Region upright, int storedWidth, int storedHeight) {
    Region swapped =
        swap ? new Region(upright.y(), upright.x(), upright.height(), upright.width()) : upright;
    return new Region(
        flipX ? storedWidth - swapped.x() - swapped.width() : swapped.x(),
        flipY ? storedHeight - swapped.y() - swapped.height() : swapped.y(),
        swapped.width(),
        swapped.height());
  }

  /** The upright picture. */
  Pixels upright(Pixels stored) {
    if (this == NORMAL) {
      return stored;
    }
    int width = swap ? stored.height() : stored.width();
    int height = swap ? stored.width() : stored.height();
    int[] from = stored.argb();
    int[] to = new int[from.length];
    for (int v = 0; v < height; v++) {
      for (int u = 0; u < width; u++) {
        int a = swap ? v : u;
        int b = swap ? u : v;
        int x = flipX ? stored.width() - 1 - a : a;
        int y = flipY ? stored.height() - 1 - b : b;
        to[v * width + u] = from[y * stored.width() + x];
      }
    }
    return new Pixels(width, height, to);
  }
}
