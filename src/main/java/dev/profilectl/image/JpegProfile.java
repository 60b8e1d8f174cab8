package dev.profilectl.image;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers a colour profile from the numbered pieces in which JPEG keeps it. */
final class JpegProfile {
  private final TreeMap<Integer, byte[]> pieces = new TreeMap<>();
  private int expected;

  /** A piece from its number on, up to {@code end}. */
  void add(byte[] file, int at, int end) {
    if (end - at > 2) {
      expected = file[at + 1] & 0xff;
      pieces.putIfAbsent(file[at] & 0xff, Arrays.copyOfRange(file, at + 2, end));
    }
  }

  /** The whole; null where there is none or a piece is missing. */
  byte @Nullable [] bytes() {
    if (pieces.isEmpty() || pieces.size() != expected || pieces.firstKey() != 1) {
      return null;
    }
    byte[] whole = new byte[pieces.values().stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (byte[] piece : pieces.values()) {
      System.arraycopy(piece, 0, whole, at, piece.length);
      at += piece.length;
    }
    return whole;
  }
}
