package dev.profilectl.image;

/** Says how alike two pictures look. */
public final class ImageComparison {
  private static final int SIDE = 256;
  private static final int COARSE_SIDE = 64;
  private static final double ALIKE = 0.85;
  private static final double COLOURS_APART = 12;
  private static final double RATIOS_APART = 0.03;

  private ImageComparison() {}

  /**
   * Whether two files show the same picture, though one may have been encoded anew, rescaled, or
   * laid over white. Both are seen upright. A mirrored, turned or cropped one is not the same.
   *
   * @throws dev.profilectl.failure.Failure.Invalid where one of them is no picture or is broken
   */
  public static boolean looksSame(byte[] a, byte[] b) {
    Pixels left = seen(a, COARSE_SIDE);
    Pixels right = seen(b, COARSE_SIDE);
    double ratio =
        (double) left.width() * right.height() / ((double) left.height() * right.width());
    if (Math.abs(Math.log(ratio)) > RATIOS_APART + 1.0 / Math.min(left.width(), left.height())) {
      return false;
    }
    int width = Math.min(left.width(), right.width());
    int height = Math.min(left.height(), right.height());
    Pixels one = Scaling.to(left, width, height);
    Pixels other = Scaling.to(right, width, height);
    return StructuralSimilarity.of(one, other) >= ALIKE
        && StructuralSimilarity.colourDistance(one, other) <= COLOURS_APART;
  }

  /**
   * The structural similarity of two pictures' luminance (Gaussian window of 11, as in the paper of
   * Wang and others), both upright, laid over white and scaled to the smaller of both, at most 256
   * pixels.
   *
   * @return 1 for the same picture, near 0 or below for unlike ones
   * @throws dev.profilectl.failure.Failure.Invalid where one of them is no picture or is broken
   */
  public static double ssim(byte[] a, byte[] b) {
    Pixels left = seen(a, SIDE);
    Pixels right = seen(b, SIDE);
    int width = Math.min(left.width(), right.width());
    int height = Math.min(left.height(), right.height());
    return StructuralSimilarity.of(
        Scaling.to(left, width, height), Scaling.to(right, width, height));
  }

  private static Pixels seen(byte[] file, int side) {
    return ImagePreview.pixels(file, side, side).flattened();
  }
}
