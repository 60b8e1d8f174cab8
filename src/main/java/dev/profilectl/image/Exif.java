package dev.profilectl.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the one thing of EXIF that matters here. A TIFF file is such a block itself. */
final class Exif {
  private static final int ORIENTATION = 0x112;

  private Exif() {}

  /**
   * The orientation of a TIFF-structured block.
   *
   * @return 1 to 8; 1 where there is none or the block is damaged
   */
  static int orientation(byte[] bytes, int offset, int length) {
    try {
      int from = offset;
      if (length > 6 && bytes[from] == 'E' && bytes[from + 1] == 'x') {
        from += 6; // JPEG's "Exif\0\0", which some writers put into PNG and WebP too
      }
      ByteBuffer block = ByteBuffer.wrap(bytes, from, offset + length - from).slice();
      int value = TiffDirectory.first(block).number(ORIENTATION, 1);
      return value >= 1 && value <= 8 ? value : 1;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return 1;
    }
  }

  /** The byte order that the first two bytes name. */
  static ByteOrder order(ByteBuffer block) {
    return switch (block.getShort(0)) {
      case 0x4949 -> ByteOrder.LITTLE_ENDIAN;
      case 0x4d4d -> ByteOrder.BIG_ENDIAN;
      default -> throw new IllegalArgumentException("no byte order");
    };
  }
}
