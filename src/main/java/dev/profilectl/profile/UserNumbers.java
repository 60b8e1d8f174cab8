package dev.profilectl.profile;

import java.util.Optional;

/** Numbers of users, for systems that call them so. A number stays, and is never given again. */
public interface UserNumbers {
  /** The number of a user, 1 or more; empty where there is no such user. */
  Optional<Long> of(UserId user);

  /** The user of a number. */
  Optional<UserId> user(long number);
}
