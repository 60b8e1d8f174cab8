package dev.profilectl.image;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** Pieces of arrays that the platform's readers take for one file; no byte of them is copied. */
final class JoinedInput extends ImageInputStreamImpl {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(byte[] bytes, int from, int length) {}

  private final List<Piece> pieces = new ArrayList<>();
  private long length;

  /** The piece that was read last, and where in the whole it begins. */
  private int current;

  private long start;

  /** Adds a piece at the end, which must not be changed afterwards. */
  void add(byte[] bytes, int from, int count) {
    pieces.add(new Piece(bytes, from, count));
    length += count;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int count) {
    bitOffset = 0;
    if (streamPos >= length) {
      return -1;
    }
    if (streamPos < start) {
      current = 0;
      start = 0;
    }
    while (streamPos >= start + pieces.get(current).length) {
      start += pieces.get(current++).length;
    }
    Piece piece = pieces.get(current);
    int at = (int) (streamPos - start);
    int some = Math.min(count, piece.length - at);
    System.arraycopy(piece.bytes, piece.from + at, to, offset, some);
    streamPos += some;
    return some;
  }

  @Override
  public long length() {
    return length;
  }
}
