package dev.profilectl.terminal;

import java.util.Arrays;

/**
 * Sixel graphics: bands of six rows, each colour of a band drawn by itself. JLine's encoder knows
 * 216 fixed colours and does not dither, which makes bands and spots of skin and sky; this one
 * takes the colours that the picture needs and dithers by Floyd and Steinberg. Pixels more
 * transparent than not are left out, so that the terminal's ground shows.
 */
public final class SixelPicture {
  private static final int BAND = 6;
  private static final int NONE = -1;
  private static final int BLANK = 0x3F;

  /**
   * What an error is divided into. Only 16 of these are handed on: else what rounding leaves would
   * gather to specks in plain areas.
   */
  private static final float SHARES = 17;

  /** From here on a repetition is shorter than the characters themselves. */
  private static final int WORTH_COUNTING = 4;

  private final int width;
  private final int height;
  private final short[] indices;
  private final Palette palette;

  private SixelPicture(Pixels picture, int colors) {
    this.width = picture.width();
    this.height = picture.height();
    this.palette = Palette.of(picture.argb(), colors);
    this.indices = palette.size() == 0 ? blank(picture) : dithered(picture);
  }

  /**
   * The picture at its own size.
   *
   * @param colors how many colour registers the terminal has
   */
  public static String of(Pixels picture, int colors) {
    return new SixelPicture(picture, colors).text();
  }

  private static short[] blank(Pixels picture) {
    short[] none = new short[picture.argb().length];
    Arrays.fill(none, (short) NONE);
    return none;
  }

  /**
   * Each pixel's error goes to its neighbours that are still to come, every other row backwards.
   */
  private short[] dithered(Pixels picture) {
    short[] result = blank(picture);
    // with a column more at either side, so that no edge needs a case of its own
    float[] here = new float[3 * (width + 2)];
    float[] below = new float[3 * (width + 2)];
    for (int y = 0; y < height; y++) {
      int step = y % 2 == 0 ? 1 : -1;
      for (int x = step > 0 ? 0 : width - 1; x >= 0 && x < width; x += step) {
        int pixel = picture.argb()[y * width + x];
        if (!Palette.opaque(pixel)) {
          continue;
        }
        int at = 3 * (x + 1);
        int wanted = 0;
        for (int channel = 0; channel < 3; channel++) {
          int value = Math.round(Palette.channel(pixel, channel) + here[at + channel]);
          wanted = wanted << 8 | Math.clamp(value, 0, 255);
        }
        int index = palette.nearest(wanted);
        result[y * width + x] = (short) index;
        for (int channel = 0; channel < 3; channel++) {
          int shown = Palette.channel(palette.color(index), channel);
          float error = (Palette.channel(wanted, channel) - shown) / SHARES;
          here[at + 3 * step + channel] += 7 * error;
          below[at - 3 * step + channel] += 3 * error;
          below[at + channel] += 5 * error;
          below[at + 3 * step + channel] += error;
        }
      }
      float[] done = here;
      here = below;
      below = done;
      Arrays.fill(below, 0);
    }
    return result;
  }

  /** Sixel tells colours in percent. */
  private static int percent(int value) {
    return (value * 100 + 127) / 255;
  }

  private String text() {
    StringBuilder text = new StringBuilder(indices.length);
    // 1: what is not drawn stays as it is; then square pixels and the size
    text.append("\u001bP0;1;0q\"1;1;").append(width).append(';').append(height);
    for (int i = 0; i < palette.size(); i++) {
      text.append('#').append(i).append(";2");
      for (int channel = 0; channel < 3; channel++) {
        text.append(';').append(percent(Palette.channel(palette.color(i), channel)));
      }
    }
    for (int top = 0; top < height; top += BAND) {
      band(text, top);
      text.append('-');
    }
    text.setLength(text.length() - 1);
    return text.append("\u001b\\").toString();
  }

  private void band(StringBuilder text, int top) {
    byte[][] columns = new byte[palette.size()][];
    for (int y = top; y < Math.min(top + BAND, height); y++) {
      for (int x = 0; x < width; x++) {
        int index = indices[y * width + x];
        if (index != NONE) {
          if (columns[index] == null) {
            columns[index] = new byte[width];
          }
          columns[index][x] |= (byte) (1 << (y - top));
        }
      }
    }
    boolean first = true;
    for (int index = 0; index < columns.length; index++) {
      if (columns[index] != null) {
        // back to the left edge
        text.append(first ? "#" : "$#").append(index);
        row(text, columns[index]);
        first = false;
      }
    }
  }

  private static void row(StringBuilder text, byte[] columns) {
    int end = columns.length;
    while (columns[end - 1] == 0) {
      end--;
    }
    int x = 0;
    while (x < end) {
      int from = x;
      while (x < end && columns[x] == columns[from]) {
        x++;
      }
      char sixel = (char) (BLANK + columns[from]);
      if (x - from < WORTH_COUNTING) {
        text.repeat(sixel, x - from);
      } else {
        text.append('!').append(x - from).append(sixel);
      }
    }
  }
}
