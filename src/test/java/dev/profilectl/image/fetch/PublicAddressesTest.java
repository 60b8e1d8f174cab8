package dev.profilectl.image.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0", // unspecified, and the blocks' ends
        "0.255.255.255",
        "10.0.0.0",
        "10.1.2.3",
        "10.255.255.255",
        "100.64.0.0",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.0.0.2",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.0",
        "169.254.169.254",
        "169.254.170.2",
        "169.254.255.255",
        "172.16.0.0",
        "172.20.1.1",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.192",
        "192.0.0.255",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.1.1",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.254",
        "255.255.255.255",
        "::", // unspecified
        "::1", // loopback
        "::127.0.0.1", // compatible
        "::8.8.8.8",
        "::ffff:127.0.0.1", // mapped
        "::ffff:10.0.0.1",
        "::ffff:0:127.0.0.1", // translated
        "64:ff9b::127.0.0.1", // NAT64
        "64:ff9b::10.1.2.3",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::8.8.8.8", // NAT64 of a site
        "100::1", // discard
        "2001::1", // Teredo
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1", // benchmarks
        "2001:10::1", // ORCHID
        "2001:20::1",
        "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::1", // documentation
        "2002:7f00:1::", // 6to4 of 127.0.0.1
        "2002:808:808::1",
        "2a00:1450::5efe:10.0.0.1", // ISATAP
        "2a00:1450::200:5efe:8.8.8.8",
        "3ffe::1",
        "3fff::1", // documentation
        "3fff:fff::1",
        "4000::1", // not given out
        "5f00::1",
        "fc00::1", // unique local
        "fd00:ec2::254", // metadata
        "fdff:ffff::1",
        "fe80::1", // link-local
        "febf::1",
        "fec0::1", // site-local
        "ff02::1", // multicast
        "ff0e::1"
      })
  void refused(String literal) {
    assertThat(PublicAddresses.contain(InetAddress.ofLiteral(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "168.63.129.17",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2001:db7:ffff::1",
        "2001:db9::1",
        "2003::1",
        "2606:4700:4700::1111",
        "2a00:1450:4001:81b::200e",
        "3ffd::1",
        "3fff:1000::1"
      })
  void allowed(String literal) {
    assertThat(PublicAddresses.contain(InetAddress.ofLiteral(literal))).isTrue();
  }

  /** Java makes an IPv4 address of a mapped one; not everybody who makes addresses does. */
  @ParameterizedTest
  @ValueSource(strings = {"7f000001", "0a000001", "a9fea9fe", "c0a80101", "00000000"})
  void refusedWhereTheMappedFormIsKept(String address) throws UnknownHostException {
    byte[] bytes = HexFormat.of().parseHex("00000000000000000000ffff" + address);
    assertThat(PublicAddresses.contain(Inet6Address.getByAddress("", bytes, -1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void refusedInEveryScope(int scope) throws UnknownHostException {
    byte[] bytes = HexFormat.of().parseHex("fe800000000000000000000000000001");
    assertThat(PublicAddresses.contain(Inet6Address.getByAddress("", bytes, scope))).isFalse();
  }
}
