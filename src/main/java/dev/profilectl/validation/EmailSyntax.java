package dev.profilectl.validation;

import java.util.regex.Pattern;

/**
 * The shape of an e-mail address that every one of the systems takes: ASCII, a dot-atom of at most
 * 64 characters, a host name of at least two labels. Quoted local parts and address literals are
 * left out.
 */
final class EmailSyntax {
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")++");
  private static final int MAX_LOCAL = 64;
  private static final int MAX_DOMAIN = 253;

  private EmailSyntax() {}

  static boolean matches(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > MAX_LOCAL || text.length() - at - 1 > MAX_DOMAIN) {
      return false;
    }
    return LOCAL.matcher(text).region(0, at).matches()
        && DOMAIN.matcher(text).region(at + 1, text.length()).matches();
  }
}
