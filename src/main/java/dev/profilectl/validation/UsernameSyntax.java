package dev.profilectl.validation;

import java.util.regex.Pattern;

/** What a new username may be: no id, and not the word for the owner of a token. */
final class UsernameSyntax {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern LIKE_AN_ID = Pattern.compile("[A-Za-z0-9]{26}");

  private UsernameSyntax() {}

  static boolean matches(String text) {
    return NAME.matcher(text).matches()
        && !LIKE_AN_ID.matcher(text).matches()
        && !text.equalsIgnoreCase("me");
  }
}
