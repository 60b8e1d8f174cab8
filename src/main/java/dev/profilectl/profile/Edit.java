package dev.profilectl.profile;

import org.jspecify.annotations.Nullable;

/** One change to one user. */
public sealed interface Edit {
  /**
   * Makes a user.
   *
   * @param id the id it is to have; {@code null} for a new one
   * @param patch its values; {@code username} is among them
   */
  record Create(@Nullable UserId id, ProfilePatch patch) implements Edit {}

  /**
   * Changes fields.
   *
   * @param user whose
   * @param patch what
   * @param ifVersion the version the profile must have; {@code null} for any
   */
  record Update(UserId user, ProfilePatch patch, @Nullable Long ifVersion) implements Edit {}

  /**
   * Takes a user away.
   *
   * @param user whom
   * @param purge for good, with pictures and history
   */
  record Delete(UserId user, boolean purge) implements Edit {}

  /** Sets a picture. */
  record SetAvatar(UserId user, NewAvatar avatar) implements Edit {}

  /** Takes the picture away; older ones stay in the history. */
  record RemoveAvatar(UserId user) implements Edit {}
}
