package dev.profilectl.image;

import org.jspecify.annotations.Nullable;

/**
 * Takes a picture row by row, from top to bottom, so that a big one never needs to be in memory.
 */
interface PixelSink {

  /**
   * Once, before the first row.
   *
   * @param layout what the samples of all rows mean
   * @param icc the colour profile of the picture, unchecked; null for none
   */
  void begin(Layout layout, byte @Nullable [] icc);

  /**
   * The next row: 8-bit samples, interleaved, {@code layout.bands} a pixel, from {@code offset} on.
   * The array may be used again after the call.
   */
  void row(byte[] samples, int offset);

  /** Takes everything and keeps nothing, to find out whether a picture is whole. */
  PixelSink NOWHERE =
      new PixelSink() {
        @Override
        public void begin(Layout layout, byte @Nullable [] icc) {}

        @Override
        public void row(byte[] samples, int offset) {}
      };
}
