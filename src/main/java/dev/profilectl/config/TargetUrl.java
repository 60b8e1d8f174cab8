package dev.profilectl.config;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses of servers, as people write them and as they are kept. */
public final class TargetUrl {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  /** A host that is the number 0, which systems take for this machine and Java for no host. */
  private static final Pattern ZERO = Pattern.compile("(https?://)0(?=[:/]|$)");

  private TargetUrl() {}

  /**
   * The address, with its scheme and host in lower case, without a slash at its end. Without a
   * scheme it is http where the host is this machine (localhost, 127.0.0.0/8, [::1], 0), else
   * https. The host {@code 0} becomes 127.0.0.1.
   *
   * @throws Usage that never repeats the text, which may have a password in it: for what is no
   *     address of http or https, and where it has a query, a fragment or user information
   */
  public static URI parse(String text) {
    String whole = text.contains("://") ? text : scheme(text) + text;
    int colon = whole.indexOf("://");
    String scheme = whole.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw new Usage(Message.of("url.scheme"));
    }
    whole = ZERO.matcher(scheme + whole.substring(colon)).replaceFirst("$1127.0.0.1");
    try {
      URI uri = new URI(whole);
      refuse(uri);
      String path = uri.getRawPath().replaceFirst("/+$", "");
      return new URI(scheme + "://" + authority(uri) + path);
    } catch (URISyntaxException unreadable) {
      throw new Usage(Message.of("url.unreadable"));
    }
  }

  /** What a browser would take for a host name in front of the first slash decides. */
  private static String scheme(String text) {
    String host = text.replaceFirst("/.*", "").replaceFirst(":[0-9]*$", "");
    boolean here = LOOPBACK.matcher(host).matches() || host.equals("0");
    return here ? "http://" : "https://";
  }

  private static void refuse(URI uri) {
    String authority = uri.getRawAuthority();
    if (authority != null && authority.contains("@")) {
      throw new Usage(Message.of("url.user"));
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new Usage(Message.of("url.query"));
    }
    boolean port = uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() < 65_536);
    if (uri.getHost() == null || uri.getHost().isEmpty() || !port) {
      throw new Usage(Message.of("url.unreadable"));
    }
  }

  private static String authority(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return uri.getPort() == -1 ? host : host + ":" + uri.getPort();
  }

  /**
   * Whom an address belongs to, {@code https://example.org:443}: scheme and host in lower case and
   * the port, which is told also where it is the usual one. Two addresses of one origin are served
   * by one server.
   *
   * @param uri absolute, of http or https, with a host
   */
  public static String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("http") ? 80 : 443;
    int port = uri.getPort() == -1 ? usual : uri.getPort();
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  /** Whether what is sent there can be read on the way: http, and not to this machine. */
  public static boolean isOpen(URI uri) {
    return uri.getScheme().equals("http") && !LOOPBACK.matcher(uri.getHost()).matches();
  }
}
