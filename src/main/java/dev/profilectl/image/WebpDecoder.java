package dev.profilectl.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * WebP by TwelveMonkeys' reader, which is given a container with the first frame and nothing else.
 */
final class WebpDecoder implements Decoder {

  /** The decoder is written in Java and takes a second for some five million pixels, when cold. */
  private static final long MAX_PIXELS = 20_000_000;

  /** The decoder holds both pixels and transparency as four bytes each. */
  private static final long MAX_PIXELS_WITH_ALPHA = 15_000_000;

  /** Of the decoder with all that it reads, of the heap that the program is started with. */
  private static final long MAX_MEMORY = 190_000_000;

  @Override
  public ImageFacts header(byte[] file) throws IOException {
    WebpFile webp = new WebpFile(file);
    ImageFacts facts = webp.facts();
    String kind = webp.alphaApart() ? "WebP with transparency" : "WebP";
    Refusal.ifOver(maxPixels(webp), facts, kind);
    return facts;
  }

  private static long maxPixels(WebpFile webp) {
    return webp.alphaApart() ? MAX_PIXELS_WITH_ALPHA : MAX_PIXELS;
  }

  @Override
  public boolean decode(byte[] file, PixelSink sink) throws IOException {
    WebpFile webp = new WebpFile(file);
    ImageFacts canvas = webp.facts();
    Region frame = webp.frame();
    // What is decoded is the frame, whatever the canvas claims.
    if (frame.pixels() > maxPixels(webp)) {
      throw new IOException("frame");
    }
    webp.checkLossless(MAX_MEMORY);
    ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
    try {
      reader.setInput(new MemoryInput(webp.bare()), true, true);
      BufferedImage image = reader.read(0);
      BufferedRows.send(image, new OnCanvas(canvas, frame, webp.icc(), sink));
    } finally {
      reader.dispose();
    }
    return webp.animated();
  }

  /** Puts a frame that is smaller than its canvas in place, on transparent ground. */
  private static final class OnCanvas implements PixelSink {
    private final ImageFacts canvas;
    private final Region frame;
    private final byte @Nullable [] icc;
    private final PixelSink sink;
    private Layout layout = Layout.RGB;
    private int line;

    OnCanvas(ImageFacts canvas, Region frame, byte @Nullable [] icc, PixelSink sink) {
      this.canvas = canvas;
      this.frame = frame;
      this.icc = icc;
      this.sink = sink;
    }

    @Override
    public void begin(Layout given, byte @Nullable [] none) {
      layout = given;
      sink.begin(covers() ? given : Layout.RGBA, icc);
      blank(Math.min(frame.y(), canvas.height()));
    }

    private boolean covers() {
      return frame.covers(canvas.width(), canvas.height());
    }

    @Override
    public void row(byte[] samples, int offset) {
      line++;
      if (covers()) {
        sink.row(samples, offset);
        return;
      }
      if (frame.y() + line > canvas.height()) {
        return;
      }
      byte[] row = new byte[canvas.width() * 4];
      int count = Math.min(frame.width(), canvas.width() - frame.x());
      for (int x = 0; x < count; x++) {
        int to = (frame.x() + x) * 4;
        row[to + 3] = (byte) 0xff;
        System.arraycopy(samples, offset + x * layout.bands, row, to, layout.bands);
      }
      sink.row(row, 0);
      if (line == frame.height()) {
        blank(canvas.height() - frame.y() - frame.height());
      }
    }

    private void blank(int count) {
      byte[] empty = new byte[canvas.width() * 4];
      for (int i = 0; i < count && !covers(); i++) {
        sink.row(empty, 0);
      }
    }
  }
}
