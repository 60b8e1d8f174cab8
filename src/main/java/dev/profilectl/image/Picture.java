package dev.profilectl.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A finished picture.
 *
 * @param bytes the file; not to be changed
 * @param format of the file
 * @param width in pixels
 * @param height in pixels
 * @param sha256 of the bytes, 64 hexadecimal digits in lower case
 * @param source what it was made from
 * @param steps what was done, in that order
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes are not copied; compared by sha256
public record Picture(
    byte[] bytes,
    ImageFormat format,
    int width,
    int height,
    String sha256,
    ImageFacts source,
    List<Step> steps) {

  /** Copies the steps. */
  public Picture {
    steps = List.copyOf(steps);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
