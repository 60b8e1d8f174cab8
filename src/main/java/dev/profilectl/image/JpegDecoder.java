package dev.profilectl.image;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * JPEG by the platform's native decoder, which is fed the bare picture and gives raw samples:
 * colours are converted after scaling, when there are few left.
 */
final class JpegDecoder implements Decoder {

  /** What the native decoder may keep of a progressive file, outside the heap. */
  private static final long MAX_COEFFICIENTS = 96L << 20;

  /** What the samples of a whole picture may take on the heap. */
  private static final long MAX_SAMPLES = 160_000_000;

  @Override
  public ImageFacts header(byte[] file) throws IOException {
    JpegFile jpeg = JpegFile.head(file);
    ImageFacts facts = jpeg.facts();
    long pixels = (long) facts.width() * facts.height();
    if (jpeg.progressive()) {
      long fitting = MAX_COEFFICIENTS * pixels / jpeg.coefficientBytes();
      Refusal.ifOver(fitting, facts, "progressive JPEG");
    }
    int bands = jpeg.components();
    Refusal.ifOver(MAX_SAMPLES / bands, facts, bands == 4 ? "CMYK JPEG" : "JPEG");
    return facts;
  }

  @Override
  public boolean decode(byte[] file, PixelSink sink) throws IOException {
    JpegFile jpeg = JpegFile.whole(file);
    Layout layout = jpeg.layout();
    sink.begin(layout, jpeg.icc());
    Raster raster = raster(jpeg.picture());
    byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
    int stride = raster.getWidth() * layout.bands;
    for (int y = 0; y < raster.getHeight(); y++) {
      sink.row(samples, y * stride);
    }
    return false;
  }

  private static Raster raster(byte[] picture) throws IOException {
    ImageReader reader = Platform.reader("jpeg");
    try {
      Warnings warnings = new Warnings();
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(new MemoryInput(picture), true, true);
      Raster raster = reader.readRaster(0, null);
      if (warnings.early) {
        throw new EOFException();
      }
      return raster;
    } finally {
      reader.dispose();
    }
  }

  /** The native decoder fills up what is missing with grey and only warns, in English. */
  private static final class Warnings implements IIOReadWarningListener {
    private static final List<String> HARMLESS =
        List.of("extraneous bytes", "Invalid SOS parameters", "Inconsistent progression");

    private boolean early;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      early |= HARMLESS.stream().noneMatch(warning::contains);
    }
  }
}
