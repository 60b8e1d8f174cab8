package dev.profilectl.cli.review;

/**
 * A square part of a picture; wherever it is moved, it stays inside.
 *
 * @param x of its left edge, in pixels of the picture
 * @param y of its upper edge
 * @param size of a side, at least 1
 */
public record Square(int x, int y, int size) {
  private static final int SMALLEST = 16;

  /** The largest one in the middle. */
  static Square centre(Extent whole) {
    int side = whole.shorter();
    return new Square((whole.width() - side) / 2, (whole.height() - side) / 2, side);
  }

  /** Moved by so many pixels, as far as there is room. */
  Square moved(int right, int down, Extent whole) {
    return new Square(
        Math.clamp((long) x + right, 0, whole.width() - size),
        Math.clamp((long) y + down, 0, whole.height() - size),
        size);
  }

  /** Larger, or smaller, by so many pixels around its middle, as far as there is room. */
  Square grown(int by, Extent whole) {
    int least = Math.min(SMALLEST, whole.shorter());
    int side = Math.clamp((long) size + by, least, whole.shorter());
    int shift = Math.floorDiv(size - side, 2);
    return new Square(x, y, side).moved(shift, shift, whole);
  }

  /** Where it is when the picture, which has this size, is turned a quarter clockwise. */
  Square turned(Extent whole) {
    return new Square(whole.height() - y - size, x, size);
  }
}
