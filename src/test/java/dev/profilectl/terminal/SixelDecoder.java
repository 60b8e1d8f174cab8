package dev.profilectl.terminal;

import java.util.Arrays;

/** Draws sixel graphics as the manual of the VT340 says; refuses what it does not know. */
final class SixelDecoder {
  private final String text;
  private int at;
  private int[] argb = new int[0];
  private int width;
  private int height;

  private SixelDecoder(String text) {
    this.text = text;
  }

  static Pixels decode(String sequence) {
    String start = "\u001bP0;1;0q";
    String end = "\u001b\\";
    if (!sequence.startsWith(start) || !sequence.endsWith(end)) {
      throw new IllegalArgumentException("no sixel");
    }
    SixelDecoder decoder =
        new SixelDecoder(sequence.substring(start.length(), sequence.length() - end.length()));
    decoder.draw();
    return new Pixels(decoder.width, decoder.height, decoder.argb);
  }

  private void draw() {
    int[] registers = new int[256];
    int color = 0;
    int x = 0;
    int top = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '"' -> {
          int[] raster = numbers();
          width = raster[2];
          height = raster[3];
          argb = new int[width * height];
        }
        case '#' -> {
          int[] numbers = numbers();
          color = numbers[0];
          if (numbers.length == 5) {
            registers[color] =
                0xFF000000 | level(numbers[2]) << 16 | level(numbers[3]) << 8 | level(numbers[4]);
          }
        }
        case '$' -> x = 0;
        case '-' -> {
          x = 0;
          top += 6;
        }
        default -> {
          int count = c == '!' ? numbers()[0] : 1;
          int bits = (c == '!' ? text.charAt(at++) : c) - 0x3F;
          for (int i = 0; i < count; i++) {
            column(x++, top, bits, registers[color]);
          }
        }
      }
    }
  }

  private void column(int x, int top, int bits, int argbColor) {
    if (bits < 0 || bits > 0x3F) {
      throw new IllegalArgumentException("sixel " + bits);
    }
    for (int row = 0; row < 6; row++) {
      if ((bits & (1 << row)) != 0) {
        argb[(top + row) * width + x] = argbColor;
      }
    }
  }

  private int[] numbers() {
    int from = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == ';')) {
      at++;
    }
    return Arrays.stream(text.substring(from, at).split(";", -1))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static int level(int percent) {
    return (percent * 255 + 50) / 100;
  }
}
