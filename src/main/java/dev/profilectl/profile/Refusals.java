package dev.profilectl.profile;

import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Message;
import dev.profilectl.validation.Problem;
import org.jspecify.annotations.Nullable;

/** Why a directory does not make an edit; said alike by every implementation. */
public final class Refusals {
  private Refusals() {}

  /** Nobody has this id. */
  public static NotFound noSuchUser(UserId user) {
    return noSuchUser(user.text());
  }

  /** Nobody is named like this. */
  public static NotFound noSuchUser(String word) {
    return new NotFound(Message.of("user.not-found", word), Problem.of("username", "400199"));
  }

  /** Somebody else has the name. */
  public static Conflict usernameTaken(String username) {
    return new Conflict(
        Message.of("user.name-taken", username), Problem.of("username", "username-taken"));
  }

  /** Somebody has, or had, the id. */
  public static Conflict idTaken(UserId id) {
    return new Conflict(Message.of("user.id-taken", id), Problem.of("id", "id-taken"));
  }

  /**
   * Refuses an edit of a profile that has moved on.
   *
   * @param wanted the version it must have; {@code null} for any
   */
  public static void ifStale(Profile profile, @Nullable Long wanted) {
    if (wanted != null && wanted != profile.version()) {
      throw new Conflict(Message.of("user.stale", profile.username(), profile.version(), wanted));
    }
  }
}
