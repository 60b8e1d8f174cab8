package dev.profilectl.profile;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a user: 26 characters of {@code [a-z0-9]} on the local store and on weidu, a number on
 * the other systems.
 *
 * @param text 1 to 128 printable ASCII characters, no blank
 */
public record UserId(String text) implements Comparable<UserId> {
  private static final Pattern LEGAL = Pattern.compile("[!-~]{1,128}");
  private static final Pattern OWN_SHAPE = Pattern.compile("[a-z0-9]{26}");
  private static final String Z_BASE_32 = "ybndrfg8ejkmcpqxot1uwisza345h769";
  private static final int BYTES = 16;

  /** Refuses any other text with {@link IllegalArgumentException}. */
  public UserId {
    if (!LEGAL.matcher(text).matches()) {
      throw new IllegalArgumentException("no user id: " + text);
    }
  }

  /** The id, where the text has the shape of those that the local store makes. */
  public static Optional<UserId> parse(String text) {
    return OWN_SHAPE.matcher(text).matches() ? Optional.of(new UserId(text)) : Optional.empty();
  }

  /** The id, where the text can be one on any system. */
  public static Optional<UserId> anySystem(String text) {
    return LEGAL.matcher(text).matches() ? Optional.of(new UserId(text)) : Optional.empty();
  }

  /**
   * A new id: the bytes of a random UUID (version 4) in z-base-32, as weidu's ids are made.
   *
   * @param random unpredictable where ids must be
   */
  public static UserId random(RandomGenerator random) {
    return new UserId(randomText(random));
  }

  /** The text of a new id; ids of files are made the same way. */
  public static String randomText(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
    StringBuilder text = new StringBuilder(26);
    int buffer = 0;
    int bits = 0;
    for (byte octet : bytes) {
      buffer = (buffer << 8) | (octet & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(Z_BASE_32.charAt((buffer >> bits) & 31));
      }
    }
    return text.append(Z_BASE_32.charAt((buffer << (5 - bits)) & 31)).toString();
  }

  @Override
  public int compareTo(UserId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  /** By hand, as is {@code equals}: what the JDK makes for records at run time no cache keeps. */
  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserId id && text.equals(id.text);
  }
}
