package dev.profilectl.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps account of which coefficients of which component the scans of a JPEG bring. A file that was
 * cut between two scans decodes without a complaint, only less sharp or without colours.
 */
final class JpegCoverage {
  private static final int COEFFICIENTS = 64;

  /** By component, for each coefficient how many of its low bits are still missing. */
  private final Map<Byte, int[]> missing = new HashMap<>();

  /** Takes note of the scan whose header begins here. */
  void add(byte[] file, int at) throws IOException {
    int components = file[at + 4];
    int after = at + 5 + 2 * components;
    int first = file[after];
    int last = file[after + 1];
    if (components < 1 || components > 4 || first < 0 || last >= COEFFICIENTS) {
      throw new IOException("scan");
    }
    for (int c = 0; c < components; c++) {
      int[] bits = missing.computeIfAbsent(file[at + 5 + 2 * c], _ -> nothing());
      for (int k = first; k <= last; k++) {
        bits[k] = file[after + 2] & 0xf;
      }
    }
  }

  private static int[] nothing() {
    int[] all = new int[COEFFICIENTS];
    Arrays.fill(all, Integer.MAX_VALUE);
    return all;
  }

  /** Whether all is there that the frame, whose header begins here, promises. */
  boolean whole(byte[] file, int frame) {
    for (int c = 0; c < file[frame + 9]; c++) {
      int[] bits = missing.get(file[frame + 10 + 3 * c]);
      if (bits == null || Arrays.stream(bits).anyMatch(b -> b != 0)) {
        return false;
      }
    }
    return true;
  }
}
