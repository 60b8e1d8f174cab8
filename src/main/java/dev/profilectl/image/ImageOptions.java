package dev.profilectl.image;

/**
 * What is to be made of a picture. Start from {@link #DEFAULTS} and change what differs.
 *
 * @param rotate clockwise, after turning upright: 0, 90, 180 or 270
 * @param crop which part is kept
 * @param size the longest side of the result in pixels, 1 to {@value #MAX_SIZE}; nothing is ever
 *     enlarged
 * @param encoding how the result is written
 */
public record ImageOptions(int rotate, Crop crop, int size, Encoding encoding) {
  /** The largest size of a result. */
  public static final int MAX_SIZE = 4096;

  /** Centre square of at most 512 pixels; PNG where there is transparency, else JPEG at 88. */
  public static final ImageOptions DEFAULTS =
      new ImageOptions(0, Crop.centre(), 512, new Encoding(OutputFormat.AUTO, 88));

  /** The format of the result. */
  public enum OutputFormat {
    /** PNG where the result has transparent pixels, else JPEG. */
    AUTO,
    /** Transparent pixels are laid over white. */
    JPEG,
    /** Loses nothing. */
    PNG
  }

  /**
   * How a result is written.
   *
   * @param format of the result
   * @param quality of a JPEG, 1 to 100
   */
  public record Encoding(OutputFormat format, int quality) {
    /** Checks the range. */
    public Encoding {
      if (quality < 1 || quality > 100) {
        throw new IllegalArgumentException("quality " + quality);
      }
    }
  }

  /** Checks the ranges. */
  public ImageOptions {
    if (rotate < 0 || rotate > 270 || rotate % 90 != 0) {
      throw new IllegalArgumentException("rotate " + rotate);
    }
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size " + size);
    }
  }

  /** The same with another rotation, clockwise: 0, 90, 180 or 270. */
  public ImageOptions withRotate(int degrees) {
    return new ImageOptions(degrees, crop, size, encoding);
  }

  /** The same with another crop. */
  public ImageOptions withCrop(Crop other) {
    return new ImageOptions(rotate, other, size, encoding);
  }

  /** The same with another longest side, 1 to {@value #MAX_SIZE} pixels. */
  public ImageOptions withSize(int pixels) {
    return new ImageOptions(rotate, crop, pixels, encoding);
  }

  /** The same with another output format. */
  public ImageOptions withFormat(OutputFormat format) {
    return new ImageOptions(rotate, crop, size, new Encoding(format, encoding.quality()));
  }

  /** The same with another JPEG quality, 1 to 100. */
  public ImageOptions withQuality(int quality) {
    return new ImageOptions(rotate, crop, size, new Encoding(encoding.format(), quality));
  }
}
