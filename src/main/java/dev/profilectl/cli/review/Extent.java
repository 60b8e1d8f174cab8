package dev.profilectl.cli.review;

/**
 * How large a picture is.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Extent(int width, int height) {
  /** The same after a turn: 0, 90, 180 or 270 degrees. */
  public Extent turned(int rotate) {
    return rotate % 180 == 0 ? this : new Extent(/* width= */ height, /* height= */ width);
  }

  /** The longest side that a square in it can have. */
  int shorter() {
    return Math.min(width, height);
  }
}
