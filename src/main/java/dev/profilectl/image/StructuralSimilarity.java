package dev.profilectl.image;

/** SSIM of two pictures of the same size. */
final class StructuralSimilarity {
  private static final int RADIUS = 5;
  private static final double SIGMA = 1.5;
  private static final double C1 = 0.01 * 255 * (0.01 * 255);
  private static final double C2 = 0.03 * 255 * (0.03 * 255);

  private StructuralSimilarity() {}

  /** The mean over all pixels, of luminance; the window is cut off at the border. */
  static double of(Pixels a, Pixels b) {
    double[] x = luminance(a);
    double[] y = luminance(b);
    int width = a.width();
    double[] meanX = blurred(x, width);
    double[] meanY = blurred(y, width);
    double[] xx = blurred(product(x, x), width);
    double[] yy = blurred(product(y, y), width);
    double[] xy = blurred(product(x, y), width);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double both = meanX[i] * meanY[i];
      double squares = meanX[i] * meanX[i] + meanY[i] * meanY[i];
      double spread = xx[i] + yy[i] - squares;
      sum += (2 * both + C1) * (2 * (xy[i] - both) + C2) / ((squares + C1) * (spread + C2));
    }
    return sum / x.length;
  }

  /** How far the mean colours of a pixel and its partner are apart, on average, 0 to 255. */
  static double colourDistance(Pixels a, Pixels b) {
    double sum = 0;
    for (int i = 0; i < a.argb().length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        sum += Math.abs(((a.argb()[i] >> shift) & 0xff) - ((b.argb()[i] >> shift) & 0xff));
      }
    }
    return sum / (3.0 * a.argb().length);
  }

  private static double[] luminance(Pixels pixels) {
    double[] out = new double[pixels.argb().length];
    for (int i = 0; i < out.length; i++) {
      int p = pixels.argb()[i];
      out[i] = 0.299 * ((p >> 16) & 0xff) + 0.587 * ((p >> 8) & 0xff) + 0.114 * (p & 0xff);
    }
    return out;
  }

  private static double[] product(double[] a, double[] b) {
    double[] out = new double[a.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * b[i];
    }
    return out;
  }

  private static double[] blurred(double[] from, int width) {
    return along(along(from, width, 1), width, width);
  }

  /** One pass of the Gaussian window, along rows (step 1) or columns (step width). */
  private static double[] along(double[] from, int width, int step) {
    int height = from.length / width;
    int length = step == 1 ? width : height;
    double[] to = new double[from.length];
    for (int i = 0; i < from.length; i++) {
      int place = step == 1 ? i % width : i / width;
      double sum = 0;
      double total = 0;
      for (int d = Math.max(-RADIUS, -place); d <= Math.min(RADIUS, length - 1 - place); d++) {
        double weight = Math.exp(-d * d / (2 * SIGMA * SIGMA));
        sum += weight * from[i + d * step];
        total += weight;
      }
      to[i] = sum / total;
    }
    return to;
  }
}
