package dev.profilectl.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;

/**
 * Kitty's graphics protocol. Written here, since JLine's encoder takes only pictures of {@code
 * java.awt}, encodes them again and cannot tell the cells to fill. The cursor stays where it is
 * ({@code C=1}) and the terminal answers nothing, not even an error ({@code q=2}).
 */
public final class KittyPicture {
  private static final int CHUNK = 4096;
  private static final String START = "\u001b_G";
  private static final String END = "\u001b\\";

  private KittyPicture() {}

  /** A PNG file, stretched over the cells. */
  public static String png(byte[] file, TerminalSize cells) {
    return sequence("f=100", file, cells);
  }

  /** Pixels, compressed, on a transparent ground that fills the cells. */
  public static String pixels(Pixels picture, TerminalSize cells, Pixels.Size cell) {
    int width = Math.max(picture.width(), cells.columns() * cell.width());
    int height = Math.max(picture.height(), cells.rows() * cell.height());
    byte[] rgba = new byte[4 * width * height];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int argb = picture.argb()[y * picture.width() + x];
        int at = 4 * (y * width + x);
        rgba[at] = (byte) (argb >> 16);
        rgba[at + 1] = (byte) (argb >> 8);
        rgba[at + 2] = (byte) argb;
        rgba[at + 3] = (byte) (argb >>> 24);
      }
    }
    return sequence("f=32,o=z,s=" + width + ",v=" + height, compressed(rgba), cells);
  }

  private static String sequence(String format, byte[] payload, TerminalSize cells) {
    String data = new String(Base64.getEncoder().encode(payload), StandardCharsets.ISO_8859_1);
    StringBuilder text = new StringBuilder(data.length() + data.length() / 100 + 100);
    for (int at = 0; at < data.length(); at += CHUNK) {
      int end = Math.min(data.length(), at + CHUNK);
      text.append(START);
      if (at == 0) {
        text.append("a=T,").append(format).append(",C=1,c=").append(cells.columns());
        text.append(",r=").append(cells.rows()).append(',');
      }
      text.append("q=2,m=").append(end < data.length() ? 1 : 0).append(';');
      text.append(data, at, end).append(END);
    }
    return text.toString();
  }

  private static byte[] compressed(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] result = new byte[bytes.length / 2 + 64];
      int length = 0;
      while (!deflater.finished()) {
        if (length == result.length) {
          result = Arrays.copyOf(result, 2 * length);
        }
        length += deflater.deflate(result, length, result.length - length);
      }
      return Arrays.copyOf(result, length);
    }
  }
}
