package dev.profilectl.image;

/** A picture small enough to be drawn on a terminal. */
public final class ImagePreview {
  private ImagePreview() {}

  /**
   * The whole picture, upright and in sRGB, fitted in a box of pixels: its ratio kept, never
   * enlarged.
   *
   * @param width of the box, at least 1
   * @param height of the box, at least 1
   * @throws dev.profilectl.failure.Failure.Invalid as {@link ImagePipeline#process(byte[],
   *     ImageOptions)}
   */
  public static Pixels pixels(byte[] picture, int width, int height) {
    ImageOptions whole = ImageOptions.DEFAULTS.withCrop(Crop.none());
    return Rendering.of(picture, whole, new Region(0, 0, width, height)).pixels();
  }
}
