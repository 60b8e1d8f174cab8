package dev.profilectl.remote;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port of an address, in the one way they are written to be compared. */
final class Origin {
  private Origin() {}

  /** {@code https://example.org:443}; something no address has, where there is no host. */
  static String of(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = address.getHost();
    if (host == null) {
      return scheme + ":";
    }
    int usual = scheme.equals("https") ? 443 : 80;
    int port = address.getPort() < 0 ? usual : address.getPort();
    return scheme + "://" + host.toLowerCase(Locale.ROOT) + ":" + port;
  }
}
