package dev.profilectl.cli.avatar;

import dev.profilectl.failure.Failure;
import dev.profilectl.image.ImageComparison;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks whether a picture is where it was put. */
final class ReadBack {
  private ReadBack() {}

  /**
   * Whether the stored picture is the same, or shows the same where a system made its own of it;
   * {@code null} where it cannot be read.
   *
   * @param unreachable is told why, where the picture cannot be asked for
   */
  static @Nullable Boolean verified(
      ProfileDirectory directory, UserId user, NewAvatar sent, Consumer<Failure> unreachable) {
    Optional<Avatar> stored;
    try {
      stored = directory.avatar(user);
    } catch (Failure.Invalid noPicture) {
      return false;
    } catch (Failure.Interrupted stopped) {
      throw stopped;
    } catch (Failure failure) {
      // It is stored all the same: an address that may not be asked is no refusal of it.
      unreachable.accept(failure);
      return null;
    }
    if (stored.isEmpty()) {
      return null;
    }
    Blob content = stored.get().content();
    return content.equals(sent.content())
        || ImageComparison.looksSame(content.bytes(), sent.content().bytes());
  }
}
