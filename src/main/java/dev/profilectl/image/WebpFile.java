package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A WebP container taken apart: what it says of the picture, and its first frame alone. */
final class WebpFile {
  private static final int FRAME_HEADER = 16;
  private static final int CHUNK_HEADER = 8;

  private final byte[] file;
  private final ByteBuffer in;
  private @Nullable Chunk extended;
  private @Nullable Chunk animation;
  private @Nullable Chunk alpha;
  private @Nullable Chunk pixels;
  private @Nullable Chunk profile;
  private int orientation = 1;
  private boolean more;

  /** A chunk's name and where its content lies in the file. */
  private record Chunk(String name, int at, int length) {}

  WebpFile(byte[] file) throws IOException {
    this.file = file;
    this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    walk(12, file.length);
    if (pixels == null) {
      throw new EOFException();
    }
    if (frame().pixels() == 0) {
      throw new IOException("no size");
    }
  }

  private void walk(int from, int end) {
    int at = from;
    while (at + CHUNK_HEADER <= end) {
      long length = in.getInt(at + 4) & 0xffffffffL;
      String name = new String(file, at, 4, ISO_8859_1);
      int start = at + CHUNK_HEADER;
      keep(new Chunk(name, start, (int) Math.min(length, end - start)));
      at = (int) Math.min(end, start + length + (length & 1));
    }
  }

  private void keep(Chunk chunk) {
    switch (chunk.name()) {
      case "VP8X" -> extended = chunk.length() >= 10 ? chunk : null;
      case "ICCP" -> profile = chunk;
      case "EXIF" -> orientation = Exif.orientation(file, chunk.at(), chunk.length());
      case "ALPH" -> alpha = alpha == null ? chunk : alpha;
      case "VP8 ", "VP8L" -> pixels = pixels == null ? chunk : pixels;
      case "ANMF" -> {
        more = animation != null;
        if (animation == null && chunk.length() > FRAME_HEADER) {
          animation = chunk;
          walk(chunk.at() + FRAME_HEADER, chunk.at() + chunk.length());
        }
      }
      default -> {}
    }
  }

  private Chunk pixels() {
    if (pixels == null) {
      throw new IllegalStateException();
    }
    return pixels;
  }

  ImageFacts facts() {
    Region canvas = canvas();
    return new ImageFacts(
        ImageFormat.WEBP, canvas.width(), canvas.height(), orientation, file.length);
  }

  private Region canvas() {
    return extended == null
        ? new Region(0, 0, frame().width(), frame().height())
        : new Region(0, 0, 1 + three(extended.at() + 4), 1 + three(extended.at() + 7));
  }

  /** Where the first frame lies on the canvas, its size by the pixel data's own header. */
  Region frame() {
    int at = pixels().at();
    int x = animation == null ? 0 : 2 * three(animation.at());
    int y = animation == null ? 0 : 2 * three(animation.at() + 3);
    if (lossless()) {
      int bits = in.getInt(at + 1);
      return new Region(x, y, 1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
    }
    return new Region(x, y, in.getShort(at + 6) & 0x3fff, in.getShort(at + 8) & 0x3fff);
  }

  boolean lossless() {
    return pixels().name().equals("VP8L");
  }

  boolean hasAlpha() {
    return lossless() ? ((in.getInt(pixels().at() + 1) >>> 28) & 1) != 0 : alpha != null;
  }

  /** Whether there are more frames than the first. */
  boolean animated() {
    return more;
  }

  byte @Nullable [] icc() {
    return profile == null
        ? null
        : Arrays.copyOfRange(file, profile.at(), profile.at() + profile.length());
  }

  /** Whether transparency is kept apart from the pixels, which takes a picture of its own. */
  boolean alphaApart() {
    return !lossless() && alpha != null;
  }

  /**
   * Fails where the head of what is coded without loss, be it pixels or transparency, asks for work
   * without end, or for tables that take more than this many bytes together with file, pixels and
   * transforms.
   */
  void checkLossless(long memory) throws IOException {
    if (lossless()) {
      checkLossless(pixels(), 5, memory - 2L * file.length - 5 * frame().pixels());
    } else if (alpha != null && alpha.length() > 0 && (file[alpha.at()] & 3) == 1) {
      checkLossless(alpha, 1, memory - 2L * file.length - 9 * frame().pixels());
    }
  }

  private void checkLossless(Chunk chunk, int head, long memory) throws IOException {
    LowBits bits = new LowBits(file, chunk.at() + head, chunk.at() + chunk.length());
    LosslessHead.check(bits, frame().width(), frame().height(), memory);
  }

  /** A file with the first frame and nothing else. */
  byte[] bare() throws IOException {
    if (pixels().at() + (in.getInt(pixels().at() - 4) & 0xffffffffL) > file.length) {
      throw new EOFException();
    }
    boolean withAlpha = alphaApart();
    int size = 4 + padded(pixels()) + (withAlpha ? 18 + padded(alpha()) : 0);
    ByteBuffer out = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(tag("RIFF")).putInt(size).put(tag("WEBP"));
    if (withAlpha) {
      Region frame = frame();
      out.put(tag("VP8X")).putInt(10).putInt(0x10);
      out.putShort((short) (frame.width() - 1)).put((byte) 0);
      out.putShort((short) (frame.height() - 1)).put((byte) 0);
      put(out, alpha());
    }
    put(out, pixels());
    return out.array();
  }

  private Chunk alpha() {
    if (alpha == null) {
      throw new IllegalStateException();
    }
    return alpha;
  }

  private static int padded(Chunk chunk) {
    return CHUNK_HEADER + chunk.length() + (chunk.length() & 1);
  }

  private void put(ByteBuffer out, Chunk chunk) {
    out.put(tag(chunk.name())).putInt(chunk.length()).put(file, chunk.at(), chunk.length());
    if ((chunk.length() & 1) != 0) {
      out.put((byte) 0);
    }
  }

  private static byte[] tag(String name) {
    return name.getBytes(ISO_8859_1);
  }

  private int three(int at) {
    return (in.getShort(at) & 0xffff) | (file[at + 2] & 0xff) << 16;
  }
}
