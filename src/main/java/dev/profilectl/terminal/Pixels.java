package dev.profilectl.terminal;

/**
 * A small picture to be drawn, already of the size it is to be drawn at.
 *
 * @param width pixels in a row
 * @param height rows
 * @param argb row by row, alpha not multiplied in; handed over, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is compared by nobody
public record Pixels(int width, int height, int[] argb) {
  /**
   * How large a picture is to be.
   *
   * @param width pixels in a row, at least one
   * @param height rows, at least one
   */
  public record Size(int width, int height) {}

  /** Refuses an empty picture and one whose pixels do not fill it. */
  public Pixels {
    if (width < 1 || height < 1 || argb.length != width * height) {
      throw new IllegalArgumentException(width + "x" + height + ", " + argb.length + " pixels");
    }
  }
}
