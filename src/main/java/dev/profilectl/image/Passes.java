package dev.profilectl.image;

import java.util.Arrays;

/** The two inner loops of scaling. */
final class Passes {
  private Passes() {}

  /** Scales one row of interleaved samples to the row {@code to}. */
  static void across(Lanczos kernel, int bands, float[] from, float[] to) {
    float[] weights = kernel.weights;
    for (int x = 0; x < kernel.first.length; x++) {
      int start = kernel.first[x] * bands;
      int weight = x * kernel.width;
      int weightsEnd = weight + kernel.count[x];
      int coreStart = start + kernel.coreStart[x] * bands;
      int coreEnd = start + kernel.coreEnd[x] * bands;
      for (int b = 0; b < bands; b++) {
        float sum = 0;
        for (int w = weight, i = start + b; w < weightsEnd; w++, i += bands) {
          sum += weights[w] * from[i];
        }
        float least = from[coreStart + b];
        float greatest = least;
        for (int i = coreStart + b + bands; i < coreEnd; i += bands) {
          float value = from[i];
          if (value < least) {
            least = value;
          } else if (value > greatest) {
            greatest = value;
          }
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
          float value = row[i];
          least[i] = value < least[i] ? value : least[i];
          greatest[i] = value > greatest[i] ? value : greatest[i];
        }
      }
    }
    for (int i = 0; i < length; i++) {
      sum[i] = Math.min(greatest[i], Math.max(least[i], sum[i]));
    }
    return sum;
  }
}
