package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Pictures made to fill the memory or to take for ever. */
public final class Bombs {
  private Bombs() {}

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  static byte[] chunk(String type, byte[] data) {
    byte[] named = joined(type.getBytes(ISO_8859_1), data);
    CRC32 sum = new CRC32();
    sum.update(named);
    return joined(
        ByteBuffer.allocate(4).putInt(data.length).array(),
        named,
        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] deflated(long zeros) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      byte[] some = new byte[1 << 16];
      for (long left = zeros; left > 0; left -= some.length) {
        out.write(some, 0, (int) Math.min(left, some.length));
      }
    } catch (IOException never) {
      throw new AssertionError(never);
    }
    return packed.toByteArray();
  }

  private static byte[] png(int width, int height, String depthAndColour, byte[]... chunks) {
    byte[] size = ByteBuffer.allocate(8).putInt(width).putInt(height).array();
    return joined(
        hex("89504e470d0a1a0a"),
        chunk("IHDR", joined(size, hex(depthAndColour + "000000"))),
        joined(chunks),
        chunk("IEND", new byte[0]));
  }

  private static byte[] gif(int width, int height, int frames) {
    ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
    head.put("GIF89a".getBytes(ISO_8859_1)).putShort((short) width).putShort((short) height);
    head.put(hex("800000ffffff000000"));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head.array(), 0, head.position());
    byte[] frame = hex("2c 0000 0000 0100 0100 00 02 02 4c01 00");
    for (int i = 0; i < frames; i++) {
      all.writeBytes(frame);
    }
    all.write(0x3b);
    return all.toByteArray();
  }

  private static byte[] webp(int frames) {
    byte[] still = Fixtures.read("webp-lossless.webp");
    byte[] image = Arrays.copyOfRange(still, 12, still.length);
    byte[] data = joined(new byte[16], image);
    byte[] size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array();
    byte[] frame = joined("ANMF".getBytes(ISO_8859_1), size, data);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] animation = Fixtures.read("webp-animated.webp");
    all.write(animation, 0, 12 + 18 + 14);
    for (int i = 0; i < frames; i++) {
      all.writeBytes(frame);
    }
    byte[] bytes = all.toByteArray();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
    return bytes;
  }

  private static byte[] bmp(int width, int height, int bits) {
    ByteBuffer head = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
    head.put("BM".getBytes(ISO_8859_1)).putInt(60).putInt(0).putInt(54).putInt(40);
    head.putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
    return head.array();
  }

  /** One directory whose entries are name, type, count, value. */
  private static byte[] tiff(int[]... entries) {
    ByteBuffer file = ByteBuffer.allocate(64 + entries.length * 12).order(ByteOrder.LITTLE_ENDIAN);
    file.put("II".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
    file.putShort((short) entries.length);
    for (int[] entry : entries) {
      file.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]).putInt(entry[3]);
    }
    return file.putInt(8).array(); // the next directory is this one again
  }

  private static int[] of(int tag, int value) {
    return new int[] {tag, 4, 1, value};
  }

  private static byte[] jpegSize(int width, int height) {
    byte[] file = Fixtures.read("jpeg-baseline.jpg");
    for (int i = 2; i < file.length - 9; i++) {
      if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xc0) {
        ByteBuffer.wrap(file).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
        return file;
      }
    }
    throw new AssertionError("no frame");
  }

  /** Scans without end: each of a progressive file goes over all coefficients. */
  private static byte[] scans(int count) {
    byte[] head = hex("ffd8 ffc2 0011 08 1000 1000 03 011100 021100 031100").clone();
    byte[] scan = hex("ffda 000c 03 0100 0200 0300 00 00 00");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head);
    for (int i = 0; i < count; i++) {
      all.writeBytes(scan);
    }
    all.writeBytes(hex("ffd9"));
    return all.toByteArray();
  }

  /** Every bomb by its name; none has more than 20 MiB. */
  public static Map<String, Supplier<byte[]>> all() {
    Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();
    all.put("png 50000 x 50000", () -> png(50_000, 50_000, "0802", chunk("IDAT", deflated(1000))));
    all.put(
        "png 2^31-1",
        () -> png(Integer.MAX_VALUE, Integer.MAX_VALUE, "0100", chunk("IDAT", deflated(9))));
    all.put(
        "png 7000 x 7000 of nothing",
        () -> png(7000, 7000, "0806", chunk("IDAT", deflated(7000L * 28_001))));
    all.put(
        "png 7000 x 7000, 16 bits",
        () -> png(7000, 7000, "1006", chunk("IDAT", deflated(7000L * 56_001))));
    all.put(
        "png 1 x 50000000", () -> png(1, 50_000_000, "0800", chunk("IDAT", deflated(100_000_000))));
    all.put(
        "png 50000000 x 1", () -> png(50_000_000, 1, "0806", chunk("IDAT", deflated(200_000_001))));
    all.put(
        "png with more rows than it has",
        () -> png(8, 8, "0806", chunk("IDAT", deflated(200_000_000L))));
    all.put(
        "png of a million chunks",
        () -> png(8, 8, "0806", chunks(900_000), chunk("IDAT", deflated(264))));
    all.put("png without pixels", () -> png(8, 8, "0806"));
    all.put("png 0 x 0", () -> png(0, 0, "0806", chunk("IDAT", deflated(1))));
    all.put(
        "png animation of a million frames",
        () ->
            png(
                8,
                8,
                "0806",
                chunk("acTL", hex("000f4240 00000000")),
                chunk("IDAT", deflated(264)),
                frames(300_000)));
    all.put("gif of a million frames", () -> gif(1, 1, 1_000_000));
    all.put("gif 65535 x 65535", () -> gif(65_535, 65_535, 1));
    all.put("gif 7000 x 7000 of frames", () -> gif(7000, 7000, 100_000));
    all.put("webp of a hundred thousand frames", () -> webp(150_000));
    all.put("webp of transforms", () -> WebpBombs.transforms(4472, 40));
    all.put("webp of sets of codes", () -> WebpBombs.codes(65_536));
    all.put("webp of 20 megapixels", () -> WebpBombs.transforms(4472, 1));
    all.put(
        "webp with as much transparency", () -> WebpBombs.alpha(3872, 3872, 1, (20 << 20) - 200));
    all.put("webp of transparent transforms", () -> WebpBombs.alpha(3872, 3872, 40, 1 << 20));
    all.put("webp of a frame over its canvas", () -> WebpBombs.alpha(96, 5000, 0, 1 << 20));
    all.put("bmp 2^31-1", () -> bmp(Integer.MAX_VALUE, Integer.MAX_VALUE, 32));
    all.put("bmp -1", () -> bmp(-1, -1, 24));
    all.put("bmp 7000 x 7000 without pixels", () -> bmp(7000, 7000, 24));
    all.put("bmp lowest height", () -> bmp(7, Integer.MIN_VALUE, 1));
    all.put("tiff 2^31-1", () -> tiff(of(256, -1), of(257, -1), of(273, 8), of(279, -1)));
    all.put(
        "tiff of endless directories", () -> tiff(of(256, 8), of(257, 8), of(273, 8), of(279, 64)));
    all.put(
        "tiff of huge arrays",
        () ->
            tiff(
                of(256, 8),
                of(257, 8),
                new int[] {273, 4, -1, 8},
                new int[] {279, 4, 0x7fffffff, 8}));
    all.put(
        "tiff of tiles",
        () ->
            tiff(
                of(256, 7000),
                of(257, 7000),
                of(322, 1),
                of(323, 1),
                new int[] {324, 4, 49_000_000, 8},
                new int[] {325, 4, 49_000_000, 8}));
    all.put(
        "tiff of samples",
        () -> tiff(of(256, 8), of(257, 8), of(277, 65_535), of(258, 64), of(273, 8), of(279, 64)));
    all.put(
        "tiff of millions of samples",
        () ->
            tiff(of(256, 8), of(257, 8), of(277, 300_000_000), of(258, 8), of(273, 8), of(279, 9)));
    all.put(
        "tiff of one giant tile",
        () ->
            tiff(
                of(256, 8),
                of(257, 8),
                of(258, 8),
                of(262, 1),
                of(277, 1),
                of(322, 40_000),
                of(323, 40_000),
                of(324, 8),
                of(325, 64)));
    all.put("jpeg 65535 x 65535", () -> jpegSize(65_535, 65_535));
    all.put("jpeg 7000 x 7000 without pixels", () -> jpegSize(7000, 7000));
    all.put("jpeg of thousands of scans", () -> scans(60_000));
    all.put("jpeg that is all markers", () -> joined(hex("ffd8"), filled((byte) 0xff, 15 << 20)));
    all.put(
        "zeros behind every signature", () -> joined(hex("89504e470d0a1a0a"), new byte[19 << 20]));
    all.put(
        "riff of nothing",
        () -> joined("RIFF\u00ff\u00ff\u00ff\u00ffWEBP".getBytes(ISO_8859_1), new byte[1 << 20]));
    return all;
  }

  private static byte[] filled(byte with, int size) {
    byte[] all = new byte[size];
    Arrays.fill(all, with);
    return all;
  }

  private static byte[] chunks(int count) {
    byte[] one = chunk("teXt", new byte[0]);
    ByteBuffer all = ByteBuffer.allocate(one.length * count);
    for (int i = 0; i < count; i++) {
      all.put(one);
    }
    return all.array();
  }

  private static byte[] frames(int count) {
    byte[] one = chunk("fcTL", new byte[26]);
    ByteBuffer all = ByteBuffer.allocate(one.length * count);
    for (int i = 0; i < count; i++) {
      all.put(one);
    }
    return all.array();
  }
}
