package dev.profilectl.profile;

/** What a directory may be able to do; asked before acting. */
public enum Feature {
  /** Make new users. */
  CREATE_USER,
  /** Change fields of a profile. */
  UPDATE_PROFILE,
  /** Take users away. */
  DELETE_USER,
  /** List all users. */
  LIST_USERS,
  /** Tell what was changed, when and by whom. */
  HISTORY,
  /** Set a picture. */
  SET_AVATAR,
  /** Take a picture away. */
  REMOVE_AVATAR,
  /** Give back pictures a user had before, and what they were made from. */
  AVATAR_HISTORY
}
