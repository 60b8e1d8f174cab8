package dev.profilectl.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hands over what one of the plug-ins has decoded, in any of the many shapes that they use. */
final class BufferedRows {
  private final BufferedImage image;
  private final ColorModel model;

  private BufferedRows(BufferedImage image) {
    this.image = image;
    this.model = image.getColorModel();
  }

  static void send(BufferedImage image, PixelSink sink) throws IOException {
    new BufferedRows(image).send(sink);
  }

  private void send(PixelSink sink) throws IOException {
    if (model instanceof ComponentColorModel && !model.isAlphaPremultiplied()) {
      bands(sink);
    } else {
      packed(sink);
    }
  }

  private void packed(PixelSink sink) {
    Layout layout = model.hasAlpha() ? Layout.RGBA : Layout.RGB;
    sink.begin(layout, null);
    int[] pixels = new int[image.getWidth()];
    byte[] row = new byte[pixels.length * layout.bands];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, pixels.length, 1, pixels, 0, pixels.length);
      int at = 0;
      for (int pixel : pixels) {
        row[at++] = (byte) (pixel >> 16);
        row[at++] = (byte) (pixel >> 8);
        row[at++] = (byte) pixel;
        if (layout.hasAlpha()) {
          row[at++] = (byte) (pixel >>> 24);
        }
      }
      sink.row(row, 0);
    }
  }

  private void bands(PixelSink sink) throws IOException {
    Raster raster = image.getRaster();
    Layout layout = layout(raster.getNumBands());
    sink.begin(layout, profile());
    int stored = raster.getNumBands();
    int[] samples = new int[image.getWidth() * stored];
    byte[] row = new byte[image.getWidth() * layout.bands];
    for (int y = 0; y < image.getHeight(); y++) {
      read(raster, y, samples);
      int at = 0;
      for (int i = 0; i < samples.length; i += stored) {
        for (int b = 0; b < layout.bands; b++) {
          row[at++] = (byte) samples[i + b];
        }
      }
      sink.row(row, 0);
    }
  }

  /** One row as 8-bit samples, whatever they are stored as. */
  private void read(Raster raster, int y, int[] samples) {
    int line = raster.getMinY() + y;
    int bits = model.getComponentSize(0);
    if (model.getTransferType() >= DataBuffer.TYPE_FLOAT) {
      float[] real = new float[samples.length];
      raster.getPixels(raster.getMinX(), line, image.getWidth(), 1, real);
      for (int i = 0; i < real.length; i++) {
        samples[i] = Math.clamp(Math.round(real[i] * 255), 0, 255);
      }
      return;
    }
    raster.getPixels(raster.getMinX(), line, image.getWidth(), 1, samples);
    long max = (1L << bits) - 1;
    for (int i = 0; bits != 8 && i < samples.length; i++) {
      samples[i] = (int) (((samples[i] & max) * 255 + max / 2) / max);
    }
  }

  private Layout layout(int bands) throws IOException {
    return switch (model.getColorSpace().getType()) {
      case ColorSpace.TYPE_GRAY -> bands > 1 && model.hasAlpha() ? Layout.GREY_ALPHA : Layout.GREY;
      case ColorSpace.TYPE_RGB -> bands > 3 && model.hasAlpha() ? Layout.RGBA : Layout.RGB;
      case ColorSpace.TYPE_CMYK -> Layout.CMYK;
      default -> throw new IOException("colours");
    };
  }

  /** Java's own grey space is linear; what plug-ins put into it is not. */
  private byte @Nullable [] profile() {
    ColorSpace space = model.getColorSpace();
    return space instanceof ICC_ColorSpace icc
            && !space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY))
        ? icc.getProfile().getData()
        : null;
  }
}
