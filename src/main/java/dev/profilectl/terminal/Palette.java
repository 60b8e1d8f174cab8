package dev.profilectl.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The colours that fit one picture best, by median cut: the box of colours with the largest error
 * is cut at its mean, across its widest spread, until there are enough boxes. Colours count in
 * steps of 8, which the averages make good.
 */
final class Palette {
  private static final int BITS = 5;
  private static final int BINS = 1 << (3 * BITS);
  private static final int DROPPED = 8 - BITS;
  private static final int UNKNOWN = -1;

  private final int[] colors;
  private final short[] nearest = new short[BINS];

  private Palette(int[] colors) {
    this.colors = colors;
    Arrays.fill(nearest, (short) UNKNOWN);
  }

  /**
   * Of the opaque pixels.
   *
   * @param most how many colours there may be
   */
  static Palette of(int[] argb, int most) {
    long[][] bins = new long[BINS][];
    List<Integer> used = new ArrayList<>();
    for (int pixel : argb) {
      if (opaque(pixel)) {
        int bin = bin(pixel);
        if (bins[bin] == null) {
          bins[bin] = new long[4];
          used.add(bin);
        }
        bins[bin][0]++;
        for (int channel = 0; channel < 3; channel++) {
          bins[bin][channel + 1] += channel(pixel, channel);
        }
      }
    }
    List<Box> boxes = new ArrayList<>();
    if (!used.isEmpty()) {
      boxes.add(new Box(used.stream().map(bin -> bins[bin]).toList()));
    }
    while (!boxes.isEmpty() && boxes.size() < most) {
      Box worst = boxes.stream().max(Comparator.comparingDouble(Box::error)).orElseThrow();
      if (worst.error() <= 0) {
        break;
      }
      boxes.remove(worst);
      boxes.addAll(worst.cut());
    }
    return new Palette(boxes.stream().mapToInt(Box::color).toArray());
  }

  static boolean opaque(int argb) {
    return argb >>> 24 >= 0x80;
  }

  /** A channel of a colour: 0 red, 1 green, 2 blue. */
  static int channel(int rgb, int channel) {
    return (rgb >> (16 - 8 * channel)) & 0xFF;
  }

  int size() {
    return colors.length;
  }

  int color(int index) {
    return colors[index];
  }

  /** The colour nearest to this one, which is searched for once in each bin. */
  int nearest(int rgb) {
    int bin = bin(rgb);
    if (nearest[bin] == UNKNOWN) {
      nearest[bin] = (short) search(rgb);
    }
    return nearest[bin];
  }

  private int search(int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colors.length; i++) {
      int red = channel(colors[i], 0) - channel(rgb, 0);
      int green = channel(colors[i], 1) - channel(rgb, 1);
      int blue = channel(colors[i], 2) - channel(rgb, 2);
      // about how much the eye makes of each
      int distance = 3 * red * red + 6 * green * green + blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static int bin(int rgb) {
    return (channel(rgb, 0) >> DROPPED) << (2 * BITS)
        | (channel(rgb, 1) >> DROPPED) << BITS
        | channel(rgb, 2) >> DROPPED;
  }

  /** Colours that share one. Each is a count and the sums of red, green and blue. */
  private static final class Box {
    private final List<long[]> bins;
    private final double[] mean = new double[3];
    private final double[] spread = new double[3];

    Box(List<long[]> bins) {
      this.bins = bins;
      double count = 0;
      for (long[] bin : bins) {
        count += bin[0];
        for (int channel = 0; channel < 3; channel++) {
          mean[channel] += bin[channel + 1];
        }
      }
      for (int channel = 0; channel < 3; channel++) {
        mean[channel] /= count;
        for (long[] bin : bins) {
          double off = value(bin, channel) - mean[channel];
          spread[channel] += bin[0] * off * off;
        }
      }
    }

    private static double value(long[] bin, int channel) {
      return (double) bin[channel + 1] / bin[0];
    }

    /** Nothing where it cannot be cut. */
    double error() {
      return bins.size() < 2 ? 0 : spread[0] + spread[1] + spread[2];
    }

    List<Box> cut() {
      int widest = 0;
      for (int channel = 1; channel < 3; channel++) {
        widest = spread[channel] > spread[widest] ? channel : widest;
      }
      List<long[]> low = new ArrayList<>();
      List<long[]> high = new ArrayList<>();
      for (long[] bin : bins) {
        (value(bin, widest) <= mean[widest] ? low : high).add(bin);
      }
      return low.isEmpty() || high.isEmpty()
          ? List.of(new Box(bins.subList(0, 1)), new Box(bins.subList(1, bins.size())))
          : List.of(new Box(low), new Box(high));
    }

    int color() {
      int color = 0;
      for (double value : mean) {
        color = color << 8 | (int) Math.round(value);
      }
      return color;
    }
  }
}
