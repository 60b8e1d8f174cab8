package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** The name that a colour profile gives itself. */
final class IccName {
  private static final int TAGS = 128;
  private static final int DESCRIPTION = 0x64657363;

  private IccName() {}

  /** Whether a profile says that it is sRGB, so that there is nothing to convert. */
  static boolean isSrgb(byte[] icc) {
    if (icc.length < TAGS + 4) {
      return false;
    }
    ByteBuffer in = ByteBuffer.wrap(icc);
    int count = Math.min(in.getInt(TAGS), 100);
    for (int i = 0; i < count && TAGS + 16 + 12 * i <= icc.length; i++) {
      int at = TAGS + 4 + 12 * i;
      long from = in.getInt(at + 4) & 0xffffffffL;
      long end = from + Math.min(in.getInt(at + 8) & 0xffffffffL, 512);
      if (in.getInt(at) == DESCRIPTION && end <= icc.length) {
        String text = new String(icc, (int) from, (int) (end - from), ISO_8859_1);
        return text.replace("\0", "").contains("sRGB");
      }
    }
    return false;
  }
}
