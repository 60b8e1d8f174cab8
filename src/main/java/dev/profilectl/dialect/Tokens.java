package dev.profilectl.dialect;

import dev.profilectl.profile.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows its user by.
 *
 * @param access sent with every request
 * @param refresh renews it, where the system has such a token
 */
public record Tokens(Secret access, @Nullable Secret refresh) {
  /** An access token alone. */
  public static Tokens of(String access) {
    return new Tokens(new Secret(access), null);
  }

  /** Whether both are the same, character by character. */
  public boolean same(Tokens other) {
    return text(access).equals(text(other.access)) && text(refresh).equals(text(other.refresh));
  }

  static String text(@Nullable Secret secret) {
    return secret == null ? "" : secret.reveal(text -> text);
  }
}
