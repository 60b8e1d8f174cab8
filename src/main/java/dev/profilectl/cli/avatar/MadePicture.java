package dev.profilectl.cli.avatar;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.NewAvatar;

/** What became of a file that is to be somebody's picture. */
sealed interface MadePicture {
  /** It can be set. */
  record Ready(NewAvatar avatar) implements MadePicture {}

  /** It is the user's picture, or what that was made from, already. */
  record Same() implements MadePicture {}

  /** It is none. */
  record Refused(Failure failure) implements MadePicture {}
}
