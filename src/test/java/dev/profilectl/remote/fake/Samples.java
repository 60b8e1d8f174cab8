package dev.profilectl.remote.fake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Pictures to send. */
final class Samples {
  private Samples() {}

  /** A picture of this size: its left third red, the rest blue. */
  static byte[] picture(String format, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 3, height);
    graphics.dispose();
    return Pictures.encode(image, format);
  }

  /** The first half of the bytes. */
  static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  /** A JPEG made to be as long as this, by bytes after its end. */
  static byte[] padded(int length) {
    return Arrays.copyOf(picture("jpeg", 20, 20), length);
  }

  /** Width, height and format, such as {@code 300x150 png}. */
  static String shape(byte[] bytes) {
    return Pictures.decode(bytes)
        .map(p -> p.image().getWidth() + "x" + p.image().getHeight() + " " + p.format())
        .orElse("no picture");
  }

  /** Whether a pixel near the left edge is the red one. */
  static boolean leftIsRed(byte[] bytes) {
    BufferedImage image = Pictures.decode(bytes).orElseThrow().image();
    var colour = new Color(image.getRGB(image.getWidth() / 20, image.getHeight() / 2));
    return colour.getRed() > 200 && colour.getBlue() < 100;
  }
}
