package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens that a store hands out to those who call it over the network, and its passwords. */
public interface AccessTokens {
  /**
   * What is asked for.
   *
   * @param user whose token it will be
   * @param kind what it is to be good for
   * @param admin whether it is to reach every user
   * @param life how long it is good
   */
  record Grant(UserId user, AccessToken.Kind kind, boolean admin, Duration life) {}

  /**
   * A new token.
   *
   * @param secret the token; it is kept nowhere and never told again
   * @param token what is known of it from now on
   */
  record Issued(Secret secret, AccessToken token) {}

  /**
   * Hands out tokens, all of them or none.
   *
   * @param label what they are for; {@code null} for nothing said
   * @throws Failure.NotFound where there is no such user
   */
  List<Issued> issue(List<Grant> grants, @Nullable String label);

  /** All that are not forgotten yet, expired ones too, newest first. */
  List<AccessToken> list();

  /**
   * Makes a token worthless at once.
   *
   * @param id as {@link #list} tells it
   * @return whether there was one
   */
  boolean revoke(String id);

  /** What is known of a token, expired or not; empty for any other text and for deleted users. */
  Optional<AccessToken> find(Secret token);

  /**
   * Whose name and password these are. It takes as long where nobody has the name.
   *
   * @param name a username, or an e-mail address or mobile number that one user alone has
   */
  Optional<UserId> login(String name, Secret password);
}
