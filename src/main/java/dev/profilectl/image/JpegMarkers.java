package dev.profilectl.image;

import java.io.EOFException;
import java.io.IOException;

/** Finds the way from marker to marker through a JPEG file, also past damaged metadata. */
final class JpegMarkers {
  static final int SCAN = 0xda;
  static final int END = 0xd9;
  private static final int MAX_CHAINS = 2000;

  private JpegMarkers() {}

  /** Where the next marker begins, skipping filling. */
  static int next(byte[] file, int from) throws EOFException {
    int at = from;
    while (at + 1 < file.length && !isMarker(file, at)) {
      at++;
    }
    if (at + 1 >= file.length) {
      throw new EOFException();
    }
    return at;
  }

  private static boolean isMarker(byte[] file, int at) {
    int code = file[at + 1] & 0xff;
    return file[at] == (byte) 0xff
        && code >= 0xc0
        && code != 0xff
        && !isRestart(code)
        && code != 0xd8;
  }

  private static boolean isRestart(int code) {
    return code >= 0xd0 && code <= 0xd7;
  }

  /** Whether the picture cannot be decoded without such a segment. */
  static boolean needed(int marker) {
    return marker < 0xe0;
  }

  /** Where the segment that begins here says that it ends; possibly beyond the file. */
  static int end(byte[] file, int at) throws EOFException {
    if (at + 3 >= file.length) {
      throw new EOFException();
    }
    return at + 2 + Math.max(2, BigEndian.number(file, at + 2));
  }

  /** Whether a marker is at this place. */
  static boolean followed(byte[] file, int at) {
    return at + 1 < file.length && file[at] == (byte) 0xff && (file[at + 1] & 0xff) >= 0xc0;
  }

  /** Where the pixel data of a scan that begins here end: at the next marker or with the file. */
  static int endOfEntropy(byte[] file, int from) {
    for (int at = from; at + 1 < file.length; at++) {
      if (file[at] == (byte) 0xff) {
        int code = file[at + 1] & 0xff;
        if (code != 0 && code != 0xff && !isRestart(code)) {
          return at;
        }
      }
    }
    return file.length;
  }

  /**
   * Where to go on after a metadata segment whose length is wrong: at the marker from which an
   * unbroken chain leads to the pixels of the largest picture (a smaller one is its preview).
   */
  static int resume(byte[] file, int from) throws IOException {
    long best = 0;
    int where = -1;
    int chains = 0;
    for (int at = from; at + 3 < file.length && chains < MAX_CHAINS; at++) {
      if (isMarker(file, at) && (file[at + 1] & 0xff) != END) {
        chains++;
        long pixels = chain(file, at);
        if (pixels > best) {
          best = pixels;
          where = at;
        }
      }
    }
    if (where < 0) {
      throw new IOException("damaged");
    }
    return where;
  }

  /** The pixels of the frame in the chain of segments that begins here; 0 where it breaks. */
  private static long chain(byte[] file, int from) {
    long pixels = 0;
    int at = from;
    for (int i = 0; i < 64 && followed(file, at) && at + 8 < file.length; i++) {
      int marker = file[at + 1] & 0xff;
      if (marker == SCAN) {
        return pixels;
      }
      if (marker >= 0xc0 && marker <= 0xc2) {
        pixels = (long) BigEndian.number(file, at + 5) * BigEndian.number(file, at + 7);
      }
      at += 2 + BigEndian.number(file, at + 2);
    }
    return 0;
  }
}
