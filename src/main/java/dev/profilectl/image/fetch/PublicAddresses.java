package dev.profilectl.image.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public Internet, after IANA's registries of special-purpose
 * addresses. An IPv6 address that only carries an IPv4 address is judged by that one where it is
 * still in use (mapped, NAT64), and refused where it is not.
 */
final class PublicAddresses {
  private static final List<Block> REFUSED_4 =
      blocks(
          "0.0.0.0/8", // this network, and unspecified
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by carriers; some clouds keep their metadata here
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // public by its number, yet Azure's metadata
          "169.254.0.0/16", // link-local, and the metadata of most clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments, and Oracle's metadata
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  /** All that is given out as global; what lies outside of it is refused. */
  private static final Block GLOBAL_6 = Block.of("2000::/3");

  private static final List<Block> REFUSED_6 =
      blocks(
          "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3ffe::/16", // given back by the 6bone
          "3fff::/20"); // documentation

  /** Blocks whose last four bytes are an IPv4 address: mapped, and the well-known NAT64. */
  private static final List<Block> CARRIERS =
      List.of(new Block(BigInteger.valueOf(0xffff), 32), Block.of("64:ff9b::/96"));

  private PublicAddresses() {}

  /** Whether the address is one of the public Internet. */
  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? contain4(bytes) : contain6(bytes);
  }

  private static boolean contain4(byte[] bytes) {
    return !isIn(bytes, REFUSED_4);
  }

  private static boolean contain6(byte[] bytes) {
    if (isIn(bytes, CARRIERS)) {
      return contain4(Arrays.copyOfRange(bytes, 12, 16));
    }
    return GLOBAL_6.contains(bytes) && !isIn(bytes, REFUSED_6) && !isIsatap(bytes);
  }

  /** A tunnel into the site: the second half is {@code 0:5efe} or {@code 200:5efe}, then IPv4. */
  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & ~0x02) == 0
        && bytes[9] == 0
        && bytes[10] == 0x5e
        && bytes[11] == (byte) 0xfe;
  }

  private static boolean isIn(byte[] bytes, List<Block> blocks) {
    return blocks.stream().anyMatch(block -> block.contains(bytes));
  }

  private static List<Block> blocks(String... texts) {
    return Arrays.stream(texts).map(Block::of).toList();
  }

  /**
   * Neighbouring addresses.
   *
   * @param first what they have in common, without the free bits
   * @param free how many of the last bits differ
   */
  private record Block(BigInteger first, int free) {
    static Block of(String text) {
      int slash = text.indexOf('/');
      byte[] bytes = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
      int free = bytes.length * 8 - Integer.parseInt(text.substring(slash + 1));
      return new Block(new BigInteger(1, bytes).shiftRight(free), free);
    }

    boolean contains(byte[] address) {
      return new BigInteger(1, address).shiftRight(free).equals(first);
    }
  }
}
