package dev.profilectl.remote;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Through which proxy a server is reached: the one of the target, or what {@code HTTPS_PROXY},
 * {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} say, in either case of letters; this
 * machine itself through none.
 */
final class Proxies extends ProxySelector {
  private static final int USUAL_PORT = 80;

  private final Map<String, String> environment;
  private final Optional<URI> chosen;

  /** With the proxy of the target, which {@code NO_PROXY} does not switch off. */
  Proxies(Map<String, String> environment, Optional<URI> chosen) {
    this.environment = Map.copyOf(environment);
    this.chosen = chosen;
  }

  @Override
  public List<Proxy> select(URI address) {
    Optional<URI> proxy = chosen.or(() -> ofEnvironment(address));
    return List.of(
        proxy
            .map(
                uri ->
                    new Proxy(
                        Proxy.Type.HTTP,
                        InetSocketAddress.createUnresolved(
                            uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort())))
            .orElse(Proxy.NO_PROXY));
  }

  private Optional<URI> ofEnvironment(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (isExcepted(bare(String.valueOf(address.getHost())), address.getPort())) {
      return Optional.empty();
    }
    // HTTP_PROXY in capitals can be set by whoever calls a CGI program; others read it all the
    // same.
    return variable(scheme + "_proxy").or(() -> variable("all_proxy")).map(Proxies::parse);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static URI parse(String text) {
    String whole = text.contains("://") ? text : "http://" + text;
    try {
      URI uri = URI.create(whole);
      if (uri.getHost() == null || uri.getUserInfo() != null) {
        throw new Usage(Message.of("remote.proxy"));
      }
      return uri;
    } catch (IllegalArgumentException noAddress) {
      throw new Usage(Message.of("remote.proxy"));
    }
  }

  /**
   * A host itself, or one below a domain, with a dot in front or without, and with a port or for
   * all of them; * for everybody.
   */
  private boolean isExcepted(String host, int port) {
    return isThisMachine(host) || isNamed(host, port);
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  private boolean isNamed(String host, int port) {
    boolean number = host.contains(":") || host.matches("[0-9.]+");
    return variable("no_proxy").stream()
        .flatMap(list -> Arrays.stream(list.split("[,\\s]+", -1)))
        .map(entry -> entry.endsWith(":" + port) ? entry.replaceFirst(":[0-9]+$", "") : entry)
        .map(Proxies::bare)
        .map(entry -> entry.startsWith("*.") ? entry.substring(1) : entry)
        .filter(entry -> !entry.isEmpty())
        .anyMatch(
            entry -> {
              String domain = entry.startsWith(".") ? entry : "." + entry;
              return entry.equals("*")
                  || host.equals(domain.substring(1))
                  || (!number && host.endsWith(domain));
            });
  }

  /** In small letters, and without the brackets around an address of IPv6. */
  private static String bare(String host) {
    String text = host.toLowerCase(Locale.ROOT);
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException cause) {
    // Whoever sent the request is told.
  }
}
