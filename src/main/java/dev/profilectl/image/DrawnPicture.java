package dev.profilectl.image;

/** Makes files of pictures that were drawn, not read. */
public final class DrawnPicture {
  private DrawnPicture() {}

  /** A PNG that shows exactly these pixels. */
  public static byte[] png(Pixels pixels) {
    return PngEncoder.encode(pixels);
  }
}
