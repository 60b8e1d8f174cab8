package dev.profilectl.image;

import java.io.EOFException;
import java.io.UncheckedIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory for readers of the platform and of plug-ins, read in place.
 *
 * <p>A reader that goes on and on behind the end (TwelveMonkeys' for lossless WebP takes the end
 * for zeros, and a few mutated bytes then keep it busy for minutes) is stopped by an unchecked
 * exception, which it does not catch.
 */
final class MemoryInput extends ImageInputStreamImpl {
  /** A reader that looks ahead asks a few times more than it needs to. */
  private static final int PATIENCE = 10_000;

  private final byte[] bytes;
  private int beyond;

  MemoryInput(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : end();
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    bitOffset = 0;
    if (streamPos >= bytes.length) {
      return end();
    }
    int count = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, to, offset, count);
    streamPos += count;
    return count;
  }

  private int end() {
    if (++beyond > PATIENCE) {
      throw new UncheckedIOException(new EOFException("read on behind the end"));
    }
    return -1;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
