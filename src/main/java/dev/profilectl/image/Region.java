package dev.profilectl.image;

/** A rectangle of pixels: left, top, width and height. */
record Region(int x, int y, int width, int height) {

  /** The part of a picture of this size that a crop keeps; refuses what lies outside. */
  static Region of(Crop crop, int width, int height) {
    return switch (crop) {
      case Crop.None() -> new Region(0, 0, width, height);
      case Crop.Centre() -> {
        int side = Math.min(width, height);
        yield new Region((width - side) / 2, (height - side) / 2, side, side);
      }
      case Crop.Square(int x, int y, int size) -> {
        if (x < 0 || y < 0 || size < 1 || (long) x + size > width || (long) y + size > height) {
          throw Refusal.cropOutside(width, height);
        }
        yield new Region(x, y, size, size);
      }
    };
  }

  long pixels() {
    return (long) width * height;
  }

  boolean covers(int otherWidth, int otherHeight) {
    return x == 0 && y == 0 && width == otherWidth && height == otherHeight;
  }

  /** The size of this region when it fits in a box; never enlarged, at least one pixel. */
  Region fitted(int boxWidth, int boxHeight) {
    double scale = Math.min(1, Math.min((double) boxWidth / width, (double) boxHeight / height));
    return new Region(
        0,
        0,
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)));
  }
}
