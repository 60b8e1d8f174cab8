package dev.profilectl.image;

import java.io.IOException;

/** The first frame of a GIF, laid on its canvas. What the frame does not cover is transparent. */
final class GifDecoder implements Decoder {

  @Override
  public ImageFacts header(byte[] file) throws IOException {
    int width = GifFrame.number(file, 6);
    int height = GifFrame.number(file, 8);
    if (width == 0 || height == 0) {
      Region region = GifFrame.first(file).region();
      width = region.x() + region.width();
      height = region.y() + region.height();
    }
    if (width == 0 || height == 0) {
      throw new IOException("no size");
    }
    return new ImageFacts(ImageFormat.GIF, width, height, 1, file.length);
  }

  @Override
  public boolean decode(byte[] file, PixelSink sink) throws IOException {
    ImageFacts canvas = header(file);
    GifFrame frame = GifFrame.first(file);
    Region region = frame.region();
    long pixels = region.pixels();
    if (pixels == 0 || pixels > ImageInspector.MAX_PIXELS) {
      throw new IOException("frame");
    }
    byte[] indices = new byte[(int) pixels];
    new GifCodes(file, frame.codes()).decode(indices);
    boolean opaque = frame.transparent() < 0 && region.covers(canvas.width(), canvas.height());
    Layout layout = opaque ? Layout.RGB : Layout.RGBA;
    sink.begin(layout, null);
    for (int y = 0; y < canvas.height(); y++) {
      byte[] row = new byte[canvas.width() * layout.bands];
      int line = y - region.y();
      if (line >= 0 && line < region.height()) {
        int stored = frame.interlaced() ? interlaced(line, region.height()) : line;
        int count = Math.min(region.width(), canvas.width() - region.x());
        for (int x = 0; x < count; x++) {
          int index = indices[stored * region.width() + x] & 0xff;
          int at = (region.x() + x) * layout.bands;
          if (index != frame.transparent()) {
            if (index < frame.colours()) {
              System.arraycopy(file, frame.table() + 3 * index, row, at, 3);
            }
            if (layout.hasAlpha()) {
              row[at + 3] = (byte) 0xff;
            }
          }
        }
      }
      sink.row(row, 0);
    }
    return frame.hasNext(file);
  }

  /** Which of the stored rows a line is: first every eighth, then between them, and so on. */
  private static int interlaced(int line, int height) {
    int eighths = Math.ceilDiv(height, 8);
    int fourths = eighths + Math.ceilDiv(height - 4, 8);
    if (line % 8 == 0) {
      return line / 8;
    }
    if (line % 8 == 4) {
      return eighths + line / 8;
    }
    if (line % 4 == 2) {
      return fourths + line / 4;
    }
    return Math.ceilDiv(height, 2) + line / 2;
  }
}
