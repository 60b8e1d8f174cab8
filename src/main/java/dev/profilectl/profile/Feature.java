package dev.profilectl.profile;

/** What a directory may be able to do; asked before acting. */
public enum Feature {
  /** Make new users. */
  CREATE_USER,
  /** Change fields of a profile. */
  UPDATE_PROFILE,
  /** Take users away. */
  DELETE_USER,
  /** Find any user by name or id, not only whoever the token belongs to. */
  FIND_ANYBODY,
  /** List all users. */
  LIST_USERS,
  /** Count the versions of a profile, so that a stale edit can be refused. */
  VERSIONS,
  /** Take a token, or a login, for each user, where it belongs to one user alone. */
  TOKEN_PER_USER,
  /** Tell what was changed, when and by whom. */
  HISTORY,
  /** Make many edits, or none of them. */
  ATOMIC,
  /** Set a picture. */
  SET_AVATAR,
  /** Make a file that was uploaded before the picture, by the file's id. */
  ADOPT_AVATAR,
  /** Take a picture away. */
  REMOVE_AVATAR,
  /** Give back pictures a user had before, and what they were made from. */
  AVATAR_HISTORY
}
