package dev.profilectl.image;

/**
 * What a picture's header says.
 *
 * @param format by content
 * @param width in pixels, as stored, at least 1
 * @param height in pixels, as stored, at least 1
 * @param orientation the EXIF orientation, 1 to 8; 1 where nothing or nonsense is said
 * @param bytes the size of the file
 */
public record ImageFacts(ImageFormat format, int width, int height, int orientation, long bytes) {

  /** The width once the picture is turned upright. */
  public int uprightWidth() {
    return orientation > 4 ? height : width;
  }

  /** The height once the picture is turned upright. */
  public int uprightHeight() {
    return orientation > 4 ? width : height;
  }
}
