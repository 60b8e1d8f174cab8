package dev.profilectl.remote.fake;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pictures as the servers treat them: decoded, scaled, written anew; EXIF is not looked at. */
final class Pictures {
  /**
   * A decoded picture.
   *
   * @param format {@code jpeg}, {@code png}, {@code gif}, {@code webp}, {@code bmp}, {@code tiff}
   */
  record Decoded(BufferedImage image, String format) {}

  private Pictures() {}

  /** The first picture in the bytes, by content; none when they hold no whole picture. */
  static Optional<Decoded> decode(byte[] bytes) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        return Optional.of(new Decoded(reader.read(0), format.equals("jpg") ? "jpeg" : format));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  /** Scaled so that the longer side has this many pixels, be it up or down. */
  static BufferedImage fit(BufferedImage image, int side) {
    int longer = Math.max(image.getWidth(), image.getHeight());
    int width = Math.max(1, Math.round(image.getWidth() * (float) side / longer));
    int height = Math.max(1, Math.round(image.getHeight() * (float) side / longer));
    return drawn(image, width, height);
  }

  /** The middle square, scaled to this side, be it up or down. */
  static BufferedImage crop(BufferedImage image, int side) {
    int least = Math.min(image.getWidth(), image.getHeight());
    BufferedImage square =
        image.getSubimage(
            (image.getWidth() - least) / 2, (image.getHeight() - least) / 2, least, least);
    return drawn(square, side, side);
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    boolean alpha = image.getColorModel().hasAlpha();
    var scaled =
        new BufferedImage(
            width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(image, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return scaled;
  }

  /** In this format where the JDK can write it, else as PNG. */
  static byte[] encode(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(opaque(image, format), format, out)) {
        ImageIO.write(image, "png", out);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JPEG and BMP have no transparency, and are not written where there is some. */
  private static BufferedImage opaque(BufferedImage image, String format) {
    if (!format.equals("jpeg") && !format.equals("bmp")) {
      return image;
    }
    var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = plain.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return plain;
  }
}
