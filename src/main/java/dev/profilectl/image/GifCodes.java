package dev.profilectl.image;

import java.io.EOFException;
import java.io.IOException;

/** Undoes the LZW compression of a GIF frame. */
final class GifCodes {
  private static final int MAX_CODES = 4096;

  private final byte[] file;
  private final int[] prefix = new int[MAX_CODES];
  private final byte[] suffix = new byte[MAX_CODES];
  private final byte[] stack = new byte[MAX_CODES + 1];
  private int at;
  private int blockEnd;
  private int bits;
  private int bitCount;

  /** Begins at the byte that says the size of the codes. */
  GifCodes(byte[] file, int at) {
    this.file = file;
    this.at = at;
  }

  /** Fills the array with colour indices; fails where there are too few. */
  void decode(byte[] out) throws IOException {
    int minimum = file[at++];
    if (minimum < 1 || minimum > 11) {
      throw new IOException("code size");
    }
    blockEnd = at;
    int clear = 1 << minimum;
    int size = minimum + 1;
    int next = clear + 2;
    int previous = -1;
    int first = 0;
    int done = 0;
    while (done < out.length) {
      int code = code(size);
      if (code == clear) {
        size = minimum + 1;
        next = clear + 2;
        previous = -1;
        continue;
      }
      if (code == clear + 1) {
        throw new EOFException();
      }
      if (code > next || (code == next && previous < 0)) {
        throw new IOException("code");
      }
      int depth = 0;
      int walk = code;
      if (code == next) {
        stack[depth++] = (byte) first;
        walk = previous;
      }
      while (walk >= clear) {
        stack[depth++] = suffix[walk];
        walk = prefix[walk];
      }
      first = walk;
      stack[depth++] = (byte) walk;
      while (depth > 0 && done < out.length) {
        out[done++] = stack[--depth];
      }
      if (previous >= 0 && next < MAX_CODES) {
        prefix[next] = previous;
        suffix[next] = (byte) first;
        next++;
        if (next == 1 << size && size < 12) {
          size++;
        }
      }
      previous = code;
    }
  }

  private int code(int size) throws IOException {
    while (bitCount < size) {
      if (at == blockEnd) {
        int length = file[at++] & 0xff;
        if (length == 0) {
          throw new EOFException();
        }
        blockEnd = at + length;
      }
      bits |= (file[at++] & 0xff) << bitCount;
      bitCount += 8;
    }
    int code = bits & ((1 << size) - 1);
    bits >>>= size;
    bitCount -= size;
    return code;
  }
}
