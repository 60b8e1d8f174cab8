package dev.profilectl.image;

/** Numbers of two bytes, the more significant first, as JPEG and PNG have them. */
final class BigEndian {
  private BigEndian() {}

  static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
