package dev.profilectl.image;

/**
 * The weights that make one row of {@code to} samples out of {@code from}: Lanczos with three
 * lobes, widened by the factor of reduction.
 *
 * <p>Beside them the range under the middle lobe: a result is held between the least and the
 * greatest sample there, which takes away the halos that Lanczos draws along hard edges.
 */
final class Lanczos {
  private static final int LOBES = 3;

  /** How many samples there are to read. */
  final int available;

  /** Of each result: the first sample, and how many from there on. */
  final int[] first;

  final int[] count;

  /** Of each result: its weights, {@link #width} apart; their sum is 1. */
  final float[] weights;

  final int width;

  /** Of each result: the samples under the middle lobe, as offsets from {@link #first}. */
  final int[] coreStart;

  final int[] coreEnd;

  /**
   * Prepares.
   *
   * @param from the length of the source in samples; the last may be a fraction
   * @param available the number of samples there are
   * @param to the number of results
   */
  Lanczos(double from, int available, int to) {
    this.available = available;
    double scale = Math.max(1, from / to);
    double step = from / to;
    double support = LOBES * scale;
    width = (int) Math.ceil(support) * 2 + 1;
    first = new int[to];
    count = new int[to];
    coreStart = new int[to];
    coreEnd = new int[to];
    weights = new float[to * width];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * step;
      int start = Math.max(0, (int) Math.floor(centre - support + 0.5));
      int end =
          Math.min(available, Math.min(start + width, (int) Math.floor(centre + support + 0.5)));
      first[i] = start;
      count[i] = end - start;
      weigh(i, centre, scale);
    }
  }

  private void weigh(int i, double centre, double scale) {
    double[] raw = new double[count[i]];
    double sum = 0;
    int coreFrom = count[i];
    int coreTo = 0;
    for (int t = 0; t < raw.length; t++) {
      double distance = (first[i] + t + 0.5 - centre) / scale;
      raw[t] = kernel(distance);
      sum += raw[t];
      if (Math.abs(distance) < 1) {
        coreFrom = Math.min(coreFrom, t);
        coreTo = t + 1;
      }
    }
    coreStart[i] = coreFrom;
    coreEnd[i] = coreTo;
    for (int t = 0; t < raw.length; t++) {
      weights[i * width + t] = (float) (raw[t] / sum);
    }
  }

  private static double kernel(double x) {
    if (x == 0) {
      return 1;
    }
    if (Math.abs(x) >= LOBES) {
      return 0;
    }
    double a = Math.PI * x;
    return LOBES * Math.sin(a) * Math.sin(a / LOBES) / (a * a);
  }
}
