package dev.profilectl.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws a picture with characters. One cell shows two pixels, the upper one by the colour of {@code
 * ▀} and the lower one by its background, which makes them about square. Transparent pixels lie on
 * a grey checkerboard. With fewer than 256 colours, shades of blocks stand for brightness and
 * transparent pixels are blank.
 */
public final class HalfBlocks {
  private static final String SHADES = " ░▒▓█";
  private static final String RESET = "\u001b[0m";
  private static final int CHECK_SIZE = 4;
  private static final int LIGHT_CHECK = 0x999999;
  private static final int DARK_CHECK = 0x666666;

  private HalfBlocks() {}

  /**
   * The size in pixels to scale a picture to so that it fills {@code room} without being distorted
   * or enlarged.
   */
  public static Pixels.Size fit(int width, int height, TerminalSize room) {
    double scale =
        Math.min(
            1.0, Math.min((double) room.columns() / width, 2.0 * room.rows() / (double) height));
    return new Pixels.Size(
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)));
  }

  /** The picture's lines, each {@code width} columns and ending without colour. */
  public static List<String> draw(Pixels picture, ColorDepth colors) {
    List<String> lines = new ArrayList<>((picture.height() + 1) / 2);
    for (int y = 0; y < picture.height(); y += 2) {
      lines.add(
          colors.compareTo(ColorDepth.PALETTE_256) < 0
              ? shades(picture, y)
              : colored(picture, y, colors));
    }
    return List.copyOf(lines);
  }

  private static String shades(Pixels picture, int y) {
    StringBuilder line = new StringBuilder(picture.width());
    for (int x = 0; x < picture.width(); x++) {
      int lower = y + 1 < picture.height() ? y + 1 : y;
      int light = (brightness(picture, x, y) + brightness(picture, x, lower)) / 2;
      line.append(SHADES.charAt(light * SHADES.length() / 256));
    }
    return line.toString();
  }

  private static String colored(Pixels picture, int y, ColorDepth colors) {
    StringBuilder line = new StringBuilder(picture.width() * 8);
    String front = "";
    String back = "";
    boolean single = y + 1 == picture.height();
    for (int x = 0; x < picture.width(); x++) {
      String upper = "\u001b[38;" + code(opaque(picture, x, y), colors);
      if (!upper.equals(front)) {
        line.append(upper);
        front = upper;
      }
      if (!single) {
        String lower = "\u001b[48;" + code(opaque(picture, x, y + 1), colors);
        if (!lower.equals(back)) {
          line.append(lower);
          back = lower;
        }
      }
      line.append('▀');
    }
    return line.append(RESET).toString();
  }

  private static String code(int rgb, ColorDepth colors) {
    int red = (rgb >> 16) & 0xFF;
    int green = (rgb >> 8) & 0xFF;
    int blue = rgb & 0xFF;
    return colors == ColorDepth.TRUECOLOR
        ? "2;" + red + ";" + green + ";" + blue + "m"
        : "5;" + Palette.nearest(red, green, blue) + "m";
  }

  private static int opaque(Pixels picture, int x, int y) {
    int argb = picture.argb()[y * picture.width() + x];
    int alpha = argb >>> 24;
    if (alpha == 0xFF) {
      return argb & 0xFFFFFF;
    }
    int under = (x / CHECK_SIZE + y / CHECK_SIZE) % 2 == 0 ? LIGHT_CHECK : DARK_CHECK;
    return mix(argb, under, alpha, 16) | mix(argb, under, alpha, 8) | mix(argb, under, alpha, 0);
  }

  private static int mix(int over, int under, int alpha, int shift) {
    int a = (over >> shift) & 0xFF;
    int b = (under >> shift) & 0xFF;
    return ((a * alpha + b * (255 - alpha) + 127) / 255) << shift;
  }

  /** Luminance over black, 0 to 255. */
  private static int brightness(Pixels picture, int x, int y) {
    int argb = picture.argb()[y * picture.width() + x];
    int red = (argb >> 16) & 0xFF;
    int green = (argb >> 8) & 0xFF;
    int blue = argb & 0xFF;
    return (2126 * red + 7152 * green + 722 * blue) / 10_000 * (argb >>> 24) / 255;
  }

  /** The 6x6x6 cube and the 24 greys of the 256-colour palette. */
  private static final class Palette {
    private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

    static int nearest(int red, int green, int blue) {
      int r = step(red);
      int g = step(green);
      int b = step(blue);
      int grey = Math.clamp(Math.round(((red + green + blue) / 3f - 8) / 10), 0, 23);
      int level = 8 + 10 * grey;
      int toCube = square(red - STEPS[r]) + square(green - STEPS[g]) + square(blue - STEPS[b]);
      int toGrey = square(red - level) + square(green - level) + square(blue - level);
      return toGrey < toCube ? 232 + grey : 16 + 36 * r + 6 * g + b;
    }

    private static int step(int value) {
      int best = 0;
      for (int i = 1; i < STEPS.length; i++) {
        if (Math.abs(STEPS[i] - value) < Math.abs(STEPS[best] - value)) {
          best = i;
        }
      }
      return best;
    }

    private static int square(int x) {
      return x * x;
    }
  }
}
