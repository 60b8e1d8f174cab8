package dev.profilectl.server;

import dev.profilectl.failure.Message;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Who may be believed without a token: programs of this machine, and not the pages of other sites
 * in a browser on it, which reach it as well and even under a name of their own.
 */
final class Neighbours {
  private final Set<String> own = new HashSet<>();

  /** Of a server at a place. */
  Neighbours(ServerSettings.Place place) {
    own.add(plain(place.host()));
    if (place.publicUrl() != null) {
      own.add(host(place.publicUrl()));
    }
  }

  /**
   * Lets a request pass that calls this server by its own name, and comes from no page or one of
   * this server.
   *
   * @throws Refused with 403 for any other
   */
  void check(Exchange exchange) {
    boolean foreign =
        exchange.header("Origin").map(Neighbours::host).filter(host -> !isOwn(host)).isPresent();
    if (foreign || !isOwn(plain(exchange.host()))) {
      throw new Refused(403, Message.of("serve.foreign-page"));
    }
  }

  private boolean isOwn(String host) {
    return own.contains(host)
        || host.equals("localhost")
        || host.endsWith(".localhost")
        || isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  /** The host of an address; empty where it has none. */
  private static String host(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? "" : plain(host);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private static String plain(String host) {
    String bare = host.startsWith("[") ? host.replaceAll("[\\[\\]]", "") : host;
    return bare.toLowerCase(Locale.ROOT);
  }
}
