package dev.profilectl.remote;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.UserRef;

/** Whose tokens to use for whom. */
public interface AccessBook {
  /**
   * The access for a user.
   *
   * @throws Failure.Denied where there is none, with the way to get one
   */
  Access of(UserRef user);
}
