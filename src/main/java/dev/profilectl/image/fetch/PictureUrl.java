package dev.profilectl.image.fetch;

import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a picture: http or https, a host in ASCII, no user and no password. Nothing is decided
 * here by the name of the host; that is for the address it leads to.
 *
 * @param scheme in lower case
 * @param host a name, or an address without brackets
 * @param port as written; -1 where it is not
 * @param target the path, at least a slash, and the query
 */
public record PictureUrl(String scheme, String host, int port, String target) {
  private static final Pattern WITH_SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::([0-9]{0,5}))?");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.:-]{1,255}");
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final String NEVER_BARE = " \"<>\\^`{|}";

  /** Whether a word of a command line is meant as a URL, be it one that is refused. */
  public static boolean isMeantBy(String word) {
    return WITH_SCHEME.matcher(word).matches() && word.contains("://");
  }

  /**
   * Reads a URL. A fragment is dropped, and what people forget to escape is escaped.
   *
   * @throws Usage where it is none
   * @throws Denied for another scheme, or with a user or password in it
   */
  public static PictureUrl parse(String text) {
    URI uri;
    try {
      uri = new URI(escaped(text));
    } catch (URISyntaxException broken) {
      throw noUrl(text);
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw new Denied(Message.of("fetch.scheme", scheme));
    }
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw noUrl(text);
    }
    if (authority.contains("@")) {
      throw new Denied(Message.of("fetch.credentials"));
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      throw noUrl(text);
    }
    String host = ascii(parts.group(1));
    String digits = parts.group(2);
    int port = digits == null || digits.isEmpty() ? -1 : Integer.parseInt(digits);
    if (!HOST.matcher(host).matches() || port == 0 || port > 65_535) {
      throw noUrl(text);
    }
    URI inAscii = URI.create(uri.toASCIIString());
    String path = inAscii.getRawPath();
    String query = inAscii.getRawQuery();
    return new PictureUrl(
        scheme, host, port, (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query));
  }

  /** Where a redirect from here leads, whose location may be relative. */
  PictureUrl redirected(String location) {
    if (WITH_SCHEME.matcher(location).matches()) {
      return parse(location);
    }
    if (location.startsWith("//")) {
      return parse(scheme + ":" + location);
    }
    if (location.startsWith("/")) {
      return parse(origin() + location);
    }
    if (location.isEmpty() || location.startsWith("?") || location.startsWith("#")) {
      return parse(origin() + path() + location);
    }
    return parse(origin() + path().substring(0, path().lastIndexOf('/') + 1) + location);
  }

  /** The URL as it is asked for. */
  URI uri() {
    return URI.create(origin() + target);
  }

  boolean isSecure() {
    return scheme.equals("https");
  }

  /** For people: without the query, where secrets may be. */
  public String shown() {
    return origin() + path();
  }

  private String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  private String origin() {
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return scheme + "://" + literal + (port < 0 ? "" : ":" + port);
  }

  /** Brackets go, and so do letters beyond ASCII, by the rules of internationalised names. */
  private static String ascii(String host) {
    if (host.startsWith("[")) {
      return host.substring(1, host.length() - 1);
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException noName) {
      return "";
    }
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              if (NEVER_BARE.indexOf(letter) < 0) {
                escaped.appendCodePoint(letter);
              } else {
                escaped.append('%').append(Integer.toHexString(letter).toUpperCase(Locale.ROOT));
              }
            });
    return escaped.toString();
  }

  /** It cannot be told what is secret in it, so only its scheme is shown. */
  private static Usage noUrl(String text) {
    return new Usage(Message.of("fetch.no-url", text.substring(0, text.indexOf(':') + 1)));
  }
}
