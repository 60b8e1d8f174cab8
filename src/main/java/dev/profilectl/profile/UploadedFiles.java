package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import java.time.Instant;

/** Files that were sent before anything is done with them. {@link Edit.AdoptAvatar} names one. */
public interface UploadedFiles {
  /**
   * A file that is kept.
   *
   * @param id names it
   * @param path where it will be found once it is somebody's picture
   * @param at when it was sent
   */
  record UploadedFile(String id, String path, Instant at) {}

  /**
   * Keeps a file of a user. Of each user only the newest few are kept.
   *
   * @throws Failure.NotFound where there is no such user
   */
  UploadedFile add(UserId user, NewAvatar file);
}
