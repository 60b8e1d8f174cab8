package dev.profilectl.image;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scales a region of a picture down while its rows arrive: a big reduction first averages whole
 * boxes of pixels, down to about two to four times the result, and Lanczos does the rest. Alpha is
 * multiplied in before and divided out after, so that what is transparent lends no colour.
 */
final class Resampler implements PixelSink {
  private final Region region;
  private final int width;
  private final int height;
  private final int boxWidth;
  private final int boxHeight;
  private final Lanczos across;
  private final Lanczos down;
  private Layout layout = Layout.GREY;
  private byte @Nullable [] icc;
  private int line;
  private int[] sums = new int[0];
  private int summed;
  private float[] reduced = new float[0];

  /** The last rows, scaled across, of which the row {@code r} is at {@code r} modulo the length. */
  private float[][] window = new float[0][];

  private int arrived;
  private int finished;
  private byte[] result = new byte[0];

  /** Scales the region, of stored pixels, to this size, which is not larger. */
  Resampler(Region region, int width, int height) {
    this.region = region;
    this.width = width;
    this.height = height;
    this.boxWidth = box(region.width(), width);
    this.boxHeight = box(region.height(), height);
    this.across =
        new Lanczos(
            (double) region.width() / boxWidth, Math.ceilDiv(region.width(), boxWidth), width);
    this.down =
        new Lanczos(
            (double) region.height() / boxHeight, Math.ceilDiv(region.height(), boxHeight), height);
  }

  /** Averaging more, down to less than this, would show against Lanczos alone. */
  private static int box(int from, int to) {
    return Math.max(1, from * 10 / (to * 19));
  }

  @Override
  public void begin(Layout given, byte @Nullable [] profile) {
    layout = given;
    icc = profile;
    sums = new int[region.width() * layout.bands];
    reduced = new float[across.available * layout.bands];
    window = new float[down.width][width * layout.bands];
    result = new byte[width * height * layout.bands];
  }

  @Override
  public void row(byte[] samples, int offset) {
    int inside = line++ - region.y();
    if (inside < 0 || inside >= region.height()) {
      return;
    }
    int from = offset + region.x() * layout.bands;
    if (layout.hasAlpha()) {
      addPremultiplied(samples, from);
    } else {
      int[] to = sums;
      for (int i = 0; i < to.length; i++) {
        to[i] += samples[from + i] & 0xff;
      }
    }
    if (++summed == boxHeight || inside == region.height() - 1) {
      boxes();
      Arrays.fill(sums, 0);
      summed = 0;
      Passes.across(across, layout.bands, reduced, window[arrived % window.length]);
      arrived++;
      finishRows();
    }
  }

  /** The scaled picture, once all rows have come. */
  Samples result() throws IOException {
    if (finished < height) {
      throw new EOFException();
    }
    return new Samples(width, height, layout, result, icc);
  }

  private void addPremultiplied(byte[] samples, int from) {
    int bands = layout.bands;
    for (int i = 0; i < sums.length; i += bands) {
      int alpha = samples[from + i + bands - 1] & 0xff;
      for (int b = 0; b < bands - 1; b++) {
        sums[i + b] += (samples[from + i + b] & 0xff) * alpha;
      }
      sums[i + bands - 1] += alpha * 255;
    }
  }

  /** Averages what was summed in columns over the width of each box. */
  private void boxes() {
    int bands = layout.bands;
    float unit = layout.hasAlpha() ? 255 : 1;
    for (int x = 0; x < across.available; x++) {
      int start = x * boxWidth;
      int end = Math.min(start + boxWidth, region.width());
      float share = 1 / (unit * summed * (end - start));
      for (int b = 0; b < bands; b++) {
        long sum = 0;
        for (int i = start * bands + b; i < end * bands; i += bands) {
          sum += sums[i];
        }
        reduced[x * bands + b] = sum * share;
      }
    }
  }

  private void finishRows() {
    while (finished < height && arrived >= down.first[finished] + down.count[finished]) {
      float[] row = Passes.down(down, finished, window);
      int to = finished * width * layout.bands;
      if (layout.hasAlpha()) {
        divide(row, to);
      } else {
        for (int i = 0; i < row.length; i++) {
          result[to + i] = sample(row[i]);
        }
      }
      finished++;
    }
  }

  private void divide(float[] row, int to) {
    int bands = layout.bands;
    for (int i = 0; i < row.length; i += bands) {
      float alpha = row[i + bands - 1];
      byte rounded = sample(alpha);
      result[to + i + bands - 1] = rounded;
      for (int b = 0; b < bands - 1 && rounded != 0; b++) {
        result[to + i + b] = sample(row[i + b] * 255 / alpha);
      }
    }
  }

  private static byte sample(float value) {
    return (byte) Math.clamp((int) (value + 0.5f), 0, 255);
  }
}
