package dev.profilectl.remote;

import dev.profilectl.dialect.Account;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.Replacement;
import dev.profilectl.profile.Replacements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is done about a picture before another takes its place: one that is the same is left alone,
 * any other is kept, because the system forgets it.
 *
 * @param place finds it
 * @param pictures knows what it is
 * @param replacements keeps it
 */
record Replacing(AvatarPlace place, Pictures pictures, Replacements replacements) {
  /**
   * Sets a picture.
   *
   * @param run the id of the run
   * @param before the user as read a moment ago
   * @param edit what is asked for
   * @param set does it
   */
  Outcome around(String run, Account before, Edit edit, Supplier<Outcome> set) {
    Profile user = before.profile();
    Blob after = edit instanceof Edit.SetAvatar asked ? asked.avatar().content() : null;
    if (!(user.get(Field.AVATAR_URL) instanceof String url)) {
      replacements.keep(run, new Replacement(user.id(), user.username(), null, after));
      return set.get();
    }
    Avatar present;
    try {
      present = place.fetch(url).flatMap(bytes -> avatar(pictures, url, bytes)).orElse(null);
    } catch (Failure.Interrupted stopped) {
      throw stopped;
    } catch (Failure unreachable) {
      return remarked(
          set.get(),
          Message.of("remote.picture-not-read", user.username(), unreachable.sentence()));
    }
    if (present == null) {
      return remarked(set.get(), Message.of("remote.no-picture-read", user.username(), url));
    }
    if (after != null && present.content().equals(after)) {
      return new Outcome.Unchanged(user);
    }
    replacements.keep(run, new Replacement(user.id(), user.username(), present, after));
    return set.get();
  }

  /** Servers were seen to answer with a message, and success, where there is no file. */
  static Optional<Avatar> avatar(Pictures pictures, String url, byte[] bytes) {
    try {
      return Optional.of(new Avatar(url, Blob.of(bytes), pictures.shape(bytes), null));
    } catch (Failure.Invalid noPicture) {
      return Optional.empty();
    }
  }

  private static Outcome remarked(Outcome outcome, Message remark) {
    if (!(outcome instanceof Outcome.Updated updated)) {
      return outcome;
    }
    List<Message> remarks = new ArrayList<>(updated.remarks());
    remarks.add(remark);
    return new Outcome.Updated(updated.user(), updated.changes(), updated.shortfall(), remarks);
  }
}
