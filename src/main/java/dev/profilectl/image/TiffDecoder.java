package dev.profilectl.image;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** The first page of a TIFF, by TwelveMonkeys' reader, which knows the many variants. */
final class TiffDecoder implements Decoder {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int SAMPLES = 277;
  private static final int ORIENTATION = 274;

  /** Four colours, transparency, and what a printer adds. */
  private static final int MAX_SAMPLES_OF_PIXEL = 32;

  /** What the part of a page that is decoded at a time may need in memory. */
  private static final long MAX_MEMORY = 80_000_000;

  /** What all samples may take: more is decoded in seconds, not in one. */
  private static final long MAX_SAMPLES = 150_000_000;

  @Override
  public ImageFacts header(byte[] file) throws IOException {
    TiffDirectory page = TiffDirectory.first(ByteBuffer.wrap(file));
    int width = page.number(WIDTH, 0);
    int height = page.number(HEIGHT, 0);
    if (width < 1 || height < 1) {
      throw new IOException("no size");
    }
    int orientation = page.number(ORIENTATION, 1);
    boolean known = orientation >= 1 && orientation <= 8;
    ImageFacts facts =
        new ImageFacts(ImageFormat.TIFF, width, height, known ? orientation : 1, file.length);
    Refusal.ifOver(MAX_SAMPLES * 8 / bitsOfPixel(page), facts, "TIFF");
    return facts;
  }

  private static int bitsOfPixel(TiffDirectory page) throws IOException {
    return page.size(SAMPLES, MAX_SAMPLES_OF_PIXEL) * page.size(BITS, 64);
  }

  @Override
  public boolean decode(byte[] file, PixelSink sink) throws IOException {
    TiffDirectory page = TiffDirectory.first(ByteBuffer.wrap(file));
    ImageFacts facts = header(file);
    long rowBytes = (long) facts.width() * bitsOfPixel(page) / 8 + 1;
    int rows = Math.clamp(MAX_MEMORY / rowBytes, 1, facts.height());
    ImageReader reader = new TIFFImageReaderSpi().createReaderInstance(null);
    try {
      reader.setInput(new MemoryInput(file), false, true);
      for (int y = 0; y < facts.height(); y += rows) {
        ImageReadParam part = reader.getDefaultReadParam();
        part.setSourceRegion(
            new Rectangle(0, y, facts.width(), Math.min(rows, facts.height() - y)));
        BufferedRows.send(reader.read(0, part), y == 0 ? sink : new Rest(sink));
      }
      return page.hasNext();
    } finally {
      reader.dispose();
    }
  }

  /** Parts after the first begin nothing. */
  private record Rest(PixelSink sink) implements PixelSink {

    @Override
    public void begin(Layout layout, byte @Nullable [] icc) {}

    @Override
    public void row(byte[] samples, int offset) {
      sink.row(samples, offset);
    }
  }
}
