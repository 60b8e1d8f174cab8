package dev.profilectl.image;

import java.util.Arrays;

/** The two inner loops of scaling. */
final class Passes {
  private Passes() {}

  /** Scales one row of interleaved samples to the row {@code to}. */
  static void across(Lanczos kernel, int bands, float[] from, float[] to) {
    for (int x = 0; x < kernel.first.length; x++) {
      int start = kernel.first[x] * bands;
      int weights = x * kernel.width;
      int count = kernel.count[x];
      for (int b = 0; b < bands; b++) {
        float sum = 0;
        int at = start + b;
        for (int t = 0; t < count; t++) {
          sum += kernel.weights[weights + t] * from[at];
          at += bands;
        }
        float least = Float.MAX_VALUE;
        float greatest = -Float.MAX_VALUE;
        int end = start + b + kernel.coreEnd[x] * bands;
        for (int i = start + b + kernel.coreStart[x] * bands; i < end; i += bands) {
          least = Math.min(least, from[i]);
          greatest = Math.max(greatest, from[i]);
        }
        to[x * bands + b] = Math.min(greatest, Math.max(least, sum));
      }
    }
  }

  /** The row {@code y} of the result, out of the window of rows that are already scaled across. */
  static float[] down(Lanczos kernel, int y, float[][] window) {
    int length = window[0].length;
    float[] sum = new float[length];
    float[] least = new float[length];
    float[] greatest = new float[length];
    Arrays.fill(least, Float.MAX_VALUE);
    Arrays.fill(greatest, -Float.MAX_VALUE);
    for (int t = 0; t < kernel.count[y]; t++) {
      float[] row = window[(kernel.first[y] + t) % window.length];
      float weight = kernel.weights[y * kernel.width + t];
      for (int i = 0; i < length; i++) {
        sum[i] += weight * row[i];
      }
      if (t >= kernel.coreStart[y] && t < kernel.coreEnd[y]) {
        for (int i = 0; i < length; i++) {
          least[i] = Math.min(least[i], row[i]);
          greatest[i] = Math.max(greatest[i], row[i]);
        }
      }
    }
    for (int i = 0; i < length; i++) {
      sum[i] = Math.min(greatest[i], Math.max(least[i], sum[i]));
    }
    return sum;
  }
}
