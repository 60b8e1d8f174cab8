package dev.profilectl.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;

/** BMP by the platform's reader. */
final class BmpDecoder implements Decoder {
  private static final int FILE_HEADER = 14;
  private static final int OLD_HEADER = 12;

  /** Whether what follows "BM" is a bitmap's header and not the rest of a word. */
  static boolean plausible(byte[] file) {
    if (file.length < FILE_HEADER + OLD_HEADER) {
      return false;
    }
    int size = in(file).getInt(FILE_HEADER);
    return size >= OLD_HEADER && size <= 256;
  }

  private static ByteBuffer in(byte[] file) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public ImageFacts header(byte[] file) throws IOException {
    ByteBuffer in = in(file);
    boolean old = in.getInt(FILE_HEADER) == OLD_HEADER;
    int width = old ? in.getShort(18) & 0xffff : in.getInt(18);
    int height = old ? in.getShort(20) & 0xffff : Math.abs(in.getInt(22));
    if (width < 1 || height < 1) {
      throw new IOException("no size");
    }
    return new ImageFacts(ImageFormat.BMP, width, height, 1, file.length);
  }

  @Override
  public boolean decode(byte[] file, PixelSink sink) throws IOException {
    ImageFacts facts = header(file);
    ByteBuffer in = in(file);
    boolean old = in.getInt(FILE_HEADER) == OLD_HEADER;
    int depth = in.getShort(old ? 24 : 28);
    int compression = old ? 0 : in.getInt(30);
    long rowBytes = ((long) facts.width() * depth + 31) / 32 * 4;
    boolean packed = compression == 1 || compression == 2;
    if (!packed && in.getInt(10) + rowBytes * facts.height() > file.length) {
      throw new EOFException();
    }
    ImageReader reader = Platform.reader("bmp");
    try {
      reader.setInput(new MemoryInput(file), true, true);
      BufferedRows.send(reader.read(0), sink);
      return false;
    } finally {
      reader.dispose();
    }
  }
}
