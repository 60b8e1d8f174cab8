package dev.profilectl.image;

import java.io.IOException;

/** PNG, row by row: unlike the platform's reader it needs no memory for the whole picture. */
final class PngDecoder implements Decoder {
  /** First column, first row, and steps of the seven passes of an interlaced picture. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  @Override
  public ImageFacts header(byte[] file) throws IOException {
    return new PngFile(file).facts();
  }

  @Override
  public boolean decode(byte[] file, PixelSink sink) throws IOException {
    PngFile png = new PngFile(file);
    ImageFacts facts = png.facts();
    PngSamples samples = new PngSamples(png);
    sink.begin(samples.layout(), png.icc());
    try (PngRows rows = new PngRows(file, png.data(), samples.bitsPerPixel())) {
      if (png.interlaced()) {
        interlaced(facts, samples, rows, sink);
      } else {
        byte[] out = new byte[facts.width() * samples.layout().bands];
        rows.start(facts.width());
        for (int y = 0; y < facts.height(); y++) {
          samples.expand(rows.next(), facts.width(), out);
          sink.row(out, 0);
        }
      }
    }
    return png.animated();
  }

  private static void interlaced(ImageFacts facts, PngSamples samples, PngRows rows, PixelSink sink)
      throws IOException {
    int bands = samples.layout().bands;
    byte[] all = new byte[Math.multiplyExact(facts.width() * facts.height(), bands)];
    byte[] out = new byte[facts.width() * bands];
    for (int[] pass : PASSES) {
      int width = Math.ceilDiv(facts.width() - pass[0], pass[2]);
      int height = Math.ceilDiv(facts.height() - pass[1], pass[3]);
      if (width <= 0 || height <= 0) {
        continue;
      }
      rows.start(width);
      for (int y = 0; y < height; y++) {
        samples.expand(rows.next(), width, out);
        int to = ((pass[1] + y * pass[3]) * facts.width() + pass[0]) * bands;
        for (int x = 0; x < width; x++) {
          System.arraycopy(out, x * bands, all, to, bands);
          to += pass[2] * bands;
        }
      }
    }
    for (int y = 0; y < facts.height(); y++) {
      sink.row(all, y * facts.width() * bands);
    }
  }
}
