package dev.profilectl.image;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
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
    ImageReader reader = Platform.reader("jpeg");
    try {
      Warnings warnings = new Warnings();
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(jpeg.picture(), true, true);
      if (jpeg.inOneScan() && layout.bands < 4) {
        byRows(reader, sink);
      } else {
        whole(reader.readRaster(0, null), sink);
      }
      if (warnings.early) {
        throw new EOFException();
      }
    } finally {
      reader.dispose();
    }
    return false;
  }

  private static void byRows(ImageReader reader, PixelSink sink) throws IOException {
    ImageTypeSpecifier raw = reader.getRawImageType(0);
    SampleModel size = raw.getSampleModel(reader.getWidth(0), reader.getHeight(0));
    ImageReadParam param = new ImageReadParam();
    param.setDestination(new BufferedImage(raw.getColorModel(), new Rows(size, sink), false, null));
    var _ = reader.read(0, param);
  }

  /**
   * Scans that refine each other give every row several times, and CMYK is only read as a whole.
   */
  private static void whole(Raster raster, PixelSink sink) {
    byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
    int stride = raster.getWidth() * raster.getNumBands();
    for (int y = 0; y < raster.getHeight(); y++) {
      sink.row(samples, y * stride);
    }
  }

  /**
   * The platform's decoder puts every row into its destination by itself: this one keeps none, but
   * hands them on, in the order of the file's samples, long before the picture is whole.
   */
  private static final class Rows extends WritableRaster {
    private final PixelSink sink;
    private int next;

    Rows(SampleModel size, PixelSink sink) {
      super(size, new DataBufferByte(0), new Point());
      this.sink = sink;
    }

    @Override
    public void setRect(int x, int y, Raster row) {
      if (x != 0 || y != next++) {
        throw new IllegalStateException("rows out of order");
      }
      sink.row(((DataBufferByte) row.getDataBuffer()).getData(), 0);
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
