package dev.profilectl.image;

import java.io.EOFException;

/** The bits of a part of a file, the lowest of each byte first. */
final class LowBits {
  private final byte[] file;
  private final long end;
  private long at;

  /** From the byte {@code from} to the byte before {@code to}. */
  LowBits(byte[] file, int from, int to) {
    this.file = file;
    this.at = 8L * from;
    this.end = 8L * to;
  }

  /** The next {@code count} bits, 0 to 31, as a number whose lowest bit came first. */
  int next(int count) throws EOFException {
    if (at + count > end) {
      throw new EOFException();
    }
    int number = 0;
    for (int i = 0; i < count; i++, at++) {
      number |= (file[(int) (at >> 3)] >> (at & 7) & 1) << i;
    }
    return number;
  }

  /** Whether the next bit is set. */
  boolean flag() throws EOFException {
    return next(1) == 1;
  }
}
