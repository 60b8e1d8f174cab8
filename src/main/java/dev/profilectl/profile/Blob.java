package dev.profilectl.profile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes known by their SHA-256. Equal where the bytes are. */
public final class Blob {
  private final byte[] bytes;
  private final String sha256;

  private Blob(byte[] bytes) {
    this.bytes = bytes;
    this.sha256 = sha256(bytes);
  }

  /** Takes the array as its own: it must not be written to afterwards. */
  public static Blob of(byte[] bytes) {
    return new Blob(bytes);
  }

  /** The bytes, not a copy: they must not be written to. */
  public byte[] bytes() {
    return bytes;
  }

  /** 64 hexadecimal digits in lower case. */
  public String sha256() {
    return sha256;
  }

  /** How many bytes. */
  public int size() {
    return bytes.length;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob blob && blob.sha256.equals(sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return "sha256:" + sha256;
  }
}
