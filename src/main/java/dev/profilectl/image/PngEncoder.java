package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG as small as it gets without a search: few colours as a palette, filters by row. */
final class PngEncoder {
  private static final int COLOUR = 2;
  private static final int PALETTE = 3;
  private static final int COLOUR_ALPHA = 6;

  private final Pixels pixels;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private PngEncoder(Pixels pixels) {
    this.pixels = pixels;
  }

  static byte[] encode(Pixels pixels) {
    return new PngEncoder(pixels).encode();
  }

  private byte[] encode() {
    out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
    Map<Integer, Integer> palette = palette();
    boolean transparent = pixels.transparent();
    int type = palette.size() <= 256 ? PALETTE : transparent ? COLOUR_ALPHA : COLOUR;
    ByteBuffer header = ByteBuffer.allocate(13).putInt(pixels.width()).putInt(pixels.height());
    chunk("IHDR", header.put((byte) 8).put((byte) type).array());
    if (type == PALETTE) {
      writePalette(palette, transparent);
    }
    chunk("IDAT", deflated(type == PALETTE ? indices(palette) : rows(type == COLOUR ? 3 : 4)));
    chunk("IEND", new byte[0]);
    return out.toByteArray();
  }

  /** The colours by order of appearance; given up beyond 256. */
  private Map<Integer, Integer> palette() {
    Map<Integer, Integer> found = new LinkedHashMap<>();
    int last = ~pixels.argb()[0];
    for (int pixel : pixels.argb()) {
      if (pixel == last) {
        continue;
      }
      last = pixel;
      found.putIfAbsent(visible(pixel), found.size());
      if (found.size() > 256) {
        break;
      }
    }
    return found;
  }

  /** All that is fully transparent is the same colour, which compresses better. */
  private static int visible(int pixel) {
    return pixel >>> 24 == 0 ? 0 : pixel;
  }

  private void writePalette(Map<Integer, Integer> palette, boolean transparent) {
    ByteBuffer colours = ByteBuffer.allocate(palette.size() * 3);
    ByteBuffer alphas = ByteBuffer.allocate(palette.size());
    for (int colour : palette.keySet()) {
      colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
      alphas.put((byte) (colour >>> 24));
    }
    chunk("PLTE", colours.array());
    if (transparent) {
      chunk("tRNS", alphas.array());
    }
  }

  private byte[] indices(Map<Integer, Integer> palette) {
    int width = pixels.width();
    byte[] rows = new byte[(width + 1) * pixels.height()];
    int at = 0;
    int last = ~pixels.argb()[0];
    byte index = 0;
    for (int y = 0; y < pixels.height(); y++) {
      at++; // no filter
      for (int x = 0; x < width; x++) {
        int pixel = pixels.argb()[y * width + x];
        if (pixel != last) {
          last = pixel;
          index = palette.getOrDefault(visible(pixel), 0).byteValue();
        }
        rows[at++] = index;
      }
    }
    return rows;
  }

  /** Rows of three or four samples a pixel, each with the filter that leaves the least. */
  private byte[] rows(int bands) {
    int length = pixels.width() * bands;
    byte[] rows = new byte[(length + 1) * pixels.height()];
    PngFilter filter = new PngFilter(length, bands);
    byte[] raw = new byte[length];
    for (int y = 0; y < pixels.height(); y++) {
      int at = 0;
      for (int x = 0; x < pixels.width(); x++) {
        int pixel = visible(pixels.argb()[y * pixels.width() + x]);
        raw[at++] = (byte) (pixel >> 16);
        raw[at++] = (byte) (pixel >> 8);
        raw[at++] = (byte) pixel;
        if (bands == 4) {
          raw[at++] = (byte) (pixel >>> 24);
        }
      }
      filter.filter(raw, rows, y * (length + 1));
    }
    return rows;
  }

  private static byte[] deflated(byte[] rows) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        bytes.write(buffer, 0, deflater.deflate(buffer));
      }
      return bytes.toByteArray();
    }
  }

  private void chunk(String name, byte[] content) {
    byte[] tag = name.getBytes(ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(tag);
    sum.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(tag);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
