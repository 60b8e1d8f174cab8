package dev.profilectl.image;

/** Chooses and applies the filter of a PNG row: the one whose result is nearest to zero. */
final class PngFilter {
  private static final int FILTERS = 5;

  private final int bands;
  private byte[] above;
  private byte[] tried;
  private byte[] best;

  PngFilter(int length, int bands) {
    this.bands = bands;
    this.above = new byte[length];
    this.tried = new byte[length];
    this.best = new byte[length];
  }

  /** Writes the filter's number and the filtered row. Rows come from top to bottom. */
  void filter(byte[] raw, byte[] to, int at) {
    long least = Long.MAX_VALUE;
    for (int filter = 0; filter < FILTERS; filter++) {
      long size = attempt(filter, raw);
      if (size < least) {
        least = size;
        to[at] = (byte) filter;
        byte[] swap = best;
        best = tried;
        tried = swap;
      }
    }
    System.arraycopy(best, 0, to, at + 1, raw.length);
    System.arraycopy(raw, 0, above, 0, raw.length);
  }

  private long attempt(int filter, byte[] raw) {
    long size = 0;
    for (int i = 0; i < raw.length; i++) {
      int left = i < bands ? 0 : raw[i - bands] & 0xff;
      int up = above[i] & 0xff;
      int corner = i < bands ? 0 : above[i - bands] & 0xff;
      int guess =
          switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) >> 1;
            default -> PngRows.paeth(left, up, corner);
          };
      tried[i] = (byte) (raw[i] - guess);
      size += Math.abs(tried[i]);
    }
    return size;
  }
}
