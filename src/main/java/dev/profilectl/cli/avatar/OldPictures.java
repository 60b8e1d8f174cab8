package dev.profilectl.cli.avatar;

import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.AvatarVersion;
import dev.profilectl.profile.KeptAvatar;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds pictures that users have and had. */
final class OldPictures {
  private OldPictures() {}

  /**
   * The present picture with its original.
   *
   * @throws NotFound where the user has none that is kept here
   */
  static KeptAvatar current(ProfileDirectory directory, Profile user) {
    return directory.avatarVersions(user.id()).stream()
        .filter(AvatarVersion::current)
        .findFirst()
        .flatMap(found -> directory.keptAvatar(user.id(), found.version()))
        .orElseThrow(() -> new NotFound(Message.of("user.no-avatar", user.username())));
  }

  /**
   * The picture of a version, or without one the newest that is not the present picture.
   *
   * @throws NotFound naming the versions there are
   */
  static KeptAvatar before(ProfileDirectory directory, Profile user, @Nullable Long version) {
    List<AvatarVersion> versions = directory.avatarVersions(user.id());
    String present =
        versions.stream()
            .filter(AvatarVersion::current)
            .map(AvatarVersion::sha256)
            .findFirst()
            .orElse("");
    return versions.stream()
        .filter(
            found -> version == null ? !found.sha256().equals(present) : found.version() == version)
        .findFirst()
        .flatMap(found -> directory.keptAvatar(user.id(), found.version()))
        .orElseThrow(() -> none(user, version == null ? List.of() : versions));
  }

  private static NotFound none(Profile user, List<AvatarVersion> versions) {
    if (versions.isEmpty()) {
      return new NotFound(Message.of("avatar.none-kept", user.username()));
    }
    String known =
        versions.stream()
            .map(found -> String.valueOf(found.version()))
            .collect(Collectors.joining(", "));
    return new NotFound(Message.of("avatar.no-such-version", user.username(), known));
  }
}
