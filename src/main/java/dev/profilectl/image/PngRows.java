package dev.profilectl.image;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates the rows of a PNG and undoes their filters. */
final class PngRows implements AutoCloseable {
  private final byte[] file;
  private final Iterator<PngFile.Chunk> data;
  private final int bitsPerPixel;
  private final Inflater inflater = new Inflater();
  private byte[] row = new byte[0];
  private byte[] above = new byte[0];
  private int left;
  private int length;

  PngRows(byte[] file, List<PngFile.Chunk> data, int bitsPerPixel) {
    this.file = file;
    this.data = data.iterator();
    this.bitsPerPixel = bitsPerPixel;
  }

  /** Begins a picture, or one pass of it, of rows so many pixels wide. */
  void start(int width) {
    left = Math.max(1, bitsPerPixel / 8);
    length = Math.toIntExact(((long) width * bitsPerPixel + 7) / 8);
    row = new byte[left + length];
    above = new byte[left + length];
  }

  /** The next row's bytes. They begin at {@link #offset()} and are valid until the next call. */
  byte[] next() throws IOException {
    byte[] swap = above;
    above = row;
    row = swap;
    // The filter's byte takes the place before the row, where filters then expect zeros.
    inflate(left - 1, length + 1);
    int filter = row[left - 1];
    Arrays.fill(row, 0, left, (byte) 0);
    unfilter(filter);
    return row;
  }

  int offset() {
    return left;
  }

  private void inflate(int offset, int count) throws IOException {
    try {
      int done = 0;
      while (done < count) {
        int n = inflater.inflate(row, offset + done, count - done);
        done += n;
        if (n == 0) {
          if (inflater.finished() || inflater.needsDictionary() || !data.hasNext()) {
            throw new EOFException();
          }
          if (inflater.needsInput()) {
            PngFile.Chunk chunk = data.next();
            inflater.setInput(file, chunk.at(), chunk.length());
          }
        }
      }
    } catch (DataFormatException e) {
      throw new IOException(e);
    }
  }

  private void unfilter(int filter) throws IOException {
    byte[] r = row;
    byte[] a = above;
    int end = left + length;
    switch (filter) {
      case 0 -> {}
      case 1 -> {
        for (int i = left; i < end; i++) {
          r[i] += r[i - left];
        }
      }
      case 2 -> {
        for (int i = left; i < end; i++) {
          r[i] += a[i];
        }
      }
      case 3 -> {
        for (int i = left; i < end; i++) {
          r[i] += (byte) (((r[i - left] & 0xff) + (a[i] & 0xff)) >> 1);
        }
      }
      case 4 -> {
        for (int i = left; i < end; i++) {
          r[i] += (byte) paeth(r[i - left] & 0xff, a[i] & 0xff, a[i - left] & 0xff);
        }
      }
      default -> throw new IOException("filter " + filter);
    }
  }

  static int paeth(int left, int above, int corner) {
    int toLeft = Math.abs(above - corner);
    int toAbove = Math.abs(left - corner);
    int toCorner = Math.abs(left + above - 2 * corner);
    if (toLeft <= toAbove && toLeft <= toCorner) {
      return left;
    }
    return toAbove <= toCorner ? above : corner;
  }

  @Override
  public void close() {
    inflater.close();
  }
}
