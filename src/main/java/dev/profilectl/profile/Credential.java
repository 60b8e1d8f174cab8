package dev.profilectl.profile;

/** What proves to a system that a change comes from the user it is about. */
public sealed interface Credential {
  /**
   * A token that was given out before.
   *
   * @param token its text; never shown or kept
   */
  record ByToken(Secret token) implements Credential {}

  /**
   * An account, which is logged in when it is first needed.
   *
   * @param login the account
   */
  record ByLogin(Login login) implements Credential {}
}
