package dev.profilectl.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token that was handed out; never the token itself.
 *
 * @param id names it where tokens are listed or revoked
 * @param user whose it is
 * @param kind what it is good for
 * @param admin whether it reaches every user
 * @param created when it was handed out
 * @param expires from when on it is good for nothing
 * @param label what it was given for, in words; {@code null} for nothing said
 */
public record AccessToken(
    String id,
    UserId user,
    Kind kind,
    boolean admin,
    Instant created,
    Instant expires,
    @Nullable String label) {
  /** What a token is good for. */
  public enum Kind {
    /** Requests. */
    ACCESS,
    /** Getting another pair of tokens. */
    REFRESH
  }

  /** Whether it is good for nothing any more. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }
}
