package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Partial;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageComparison;
import dev.profilectl.image.ImageFormat;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Replacement;
import dev.profilectl.validation.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a picture back that a run replaced on a system which keeps no older ones.
 *
 * @param journal which keeps it
 * @param directory whose users it is about
 */
record PictureBack(Journal journal, ProfileDirectory directory) {
  /** Whether the field is the address of a picture that is gone, and cannot be set as a text. */
  boolean isLost(Field field) {
    return field == Field.AVATAR_URL
        && !directory.features().contains(Feature.AVATAR_HISTORY)
        && !directory.settable().contains(field);
  }

  /** What is to be done for a user who is like this now. */
  Step step(String name, Difference wanted, Profile now) {
    Replacement kept =
        journal.replaced(Objects.requireNonNull(wanted.picture()), now.id()).orElse(null);
    if (kept == null) {
      return new Step.Fail(lost(Message.of("run.picture-not-kept", name)));
    }
    try {
      return step(name, urlChange(wanted), now, kept);
    } catch (Failure.Interrupted stopped) {
      throw stopped;
    } catch (Failure unreadable) {
      return new Step.Fail(unreadable);
    }
  }

  private Step step(String name, @Nullable FieldChange url, Profile now, Replacement kept) {
    Avatar before = kept.before();
    boolean ours = url != null && Objects.equals(now.get(Field.AVATAR_URL), url.before());
    if (!ours) {
      Blob present = directory.avatar(now.id()).map(Avatar::content).orElse(null);
      Blob old = before == null ? null : before.content();
      if (Objects.equals(present, old)) {
        return new Step.Rest();
      }
      if (url != null || present == null || !alike(present, kept.after())) {
        return alike(present, old) ? new Step.Rest() : new Step.Fail(PutBack.changedSince(name));
      }
    }
    if (before != null) {
      String fileName = "avatar." + extension(before.shape().format());
      NewAvatar again = new NewAvatar(before.content(), before.shape(), fileName, null);
      return new Step.Act(new Edit.SetAvatar(now.id(), again));
    }
    return directory.features().contains(Feature.REMOVE_AVATAR)
        ? new Step.Act(new Edit.RemoveAvatar(now.id()))
        : new Step.Fail(lost(Message.of("run.no-picture-before", name, directory.name())));
  }

  private static @Nullable FieldChange urlChange(Difference wanted) {
    return wanted.changes().stream()
        .filter(change -> change.field() == Field.AVATAR_URL)
        .findFirst()
        .orElse(null);
  }

  /** Some systems make a picture of their own of what they are sent. */
  private static boolean alike(@Nullable Blob one, @Nullable Blob other) {
    if (one == null || other == null || one.equals(other)) {
      return Objects.equals(one, other);
    }
    return ImageComparison.looksSame(one.bytes(), other.bytes());
  }

  private static String extension(String format) {
    Optional<ImageFormat> known =
        Arrays.stream(ImageFormat.values()).filter(f -> f.word().equals(format)).findFirst();
    return known.map(ImageFormat::extension).orElse(format);
  }

  private static Partial lost(Message why) {
    return new Partial(why, List.of(Problem.of(Field.AVATAR_URL.key(), "not-restorable")));
  }
}
