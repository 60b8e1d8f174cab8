package dev.profilectl.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where an avatar may be: an absolute http(s) URL, or a path below the server's file base. */
final class UrlSyntax {
  private static final int MAX = 1024;
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\\\]");

  private UrlSyntax() {}

  static boolean matches(String text) {
    if (RawValue.text(text) == null
        || text.codePointCount(0, text.length()) > MAX
        || UNSAFE.matcher(text).find()) {
      return false;
    }
    return SCHEME.matcher(text).matches() ? isHttp(text) : isRelative(text);
  }

  private static boolean isHttp(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
    } catch (URISyntaxException notAUrl) {
      return false;
    }
  }

  private static boolean isRelative(String text) {
    String plain = text.replaceAll("(?i)%2e", ".").replaceAll("(?i)%2f|%5c", "/");
    return !text.isEmpty() && !plain.startsWith("//") && !("/" + plain + "/").contains("/../");
  }
}
