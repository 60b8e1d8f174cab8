package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;

/** WebP files whose few bits ask for much. */
final class WebpBombs {
  private static final int SUBTRACT_GREEN = 2;

  private WebpBombs() {}

  /** Bits of a lossless picture, the lowest first. */
  private static final class Bits {
    private final BitSet bits = new BitSet();
    private int count;

    Bits(int width, int height) {
      put(0x2f, 8).put(width - 1, 14).put(height - 1, 14).put(0, 4);
    }

    Bits put(int value, int length) {
      for (int i = 0; i < length; i++) {
        bits.set(count++, (value >> i & 1) != 0);
      }
      return this;
    }

    /** Codes of a single symbol each, which take no bits: green, red, blue, alpha, distance. */
    Bits codes(int green, int red) {
      for (int symbol : new int[] {green, red, 0, 0, 0}) {
        put(0b101, 3).put(symbol, 8);
      }
      return this;
    }

    byte[] bytes() {
      return Arrays.copyOf(bits.toByteArray(), Math.ceilDiv(count, 8) + 8);
    }
  }

  /** Each of them goes over all pixels. */
  static byte[] transforms(int side, int count) {
    Bits bits = new Bits(side, side);
    for (int i = 0; i < count; i++) {
      bits.put(1, 1).put(SUBTRACT_GREEN, 2);
    }
    return riff(chunk("VP8L", bits.put(0, 3).codes(0, 0).bytes()));
  }

  /** A block asks for the last of so many sets of codes, so all of them are built. */
  static byte[] codes(int count) {
    Bits bits = new Bits(8, 8).put(0b100, 3).put(0, 3);
    bits.put(0, 1).codes((count - 1) & 0xff, (count - 1) >> 8);
    for (int i = 0; i < count; i++) {
      bits.codes(0, 0);
    }
    return riff(chunk("VP8L", bits.bytes()));
  }

  /** Pixels with loss, whose transparency goes through transforms. */
  static byte[] alpha(int canvas, int side, int transforms, int bytes) {
    Bits bits = new Bits(1, 1);
    for (int i = 0; i < transforms; i++) {
      bits.put(1, 1).put(SUBTRACT_GREEN, 2);
    }
    byte[] alpha = bits.put(0, 3).codes(0, 0).bytes();
    byte[] pixels = Arrays.copyOfRange(Fixtures.read("webp-lossy.webp"), 20, 20 + 10);
    ByteBuffer.wrap(pixels)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(6, (short) side)
        .putShort(8, (short) side);
    byte[] shown = {(byte) (canvas - 1), (byte) ((canvas - 1) >> 8), 0};
    return riff(
        chunk("VP8X", Bombs.joined(Bombs.hex("10000000"), shown, shown)),
        chunk("ALPH", Bombs.joined(new byte[] {1}, Arrays.copyOfRange(alpha, 5, alpha.length))),
        chunk("VP8 ", Bombs.joined(pixels, new byte[bytes])));
  }

  private static byte[] chunk(String name, byte[] content) {
    byte[] size =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length).array();
    return Bombs.joined(name.getBytes(ISO_8859_1), size, content, new byte[content.length & 1]);
  }

  private static byte[] riff(byte[]... chunks) {
    return chunk("RIFF", Bombs.joined("WEBP".getBytes(ISO_8859_1), Bombs.joined(chunks)));
  }
}
