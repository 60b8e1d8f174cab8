package dev.profilectl.cli.avatar;

import dev.profilectl.cli.review.Draft;
import dev.profilectl.cli.review.Extent;
import dev.profilectl.cli.review.Subject;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageFacts;
import dev.profilectl.image.ImageInspector;
import dev.profilectl.image.Sketch;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.AvatarVersion;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.HistoryEntry;
import dev.profilectl.profile.KeptAvatar;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is shown of a user.
 *
 * @param user the profile
 * @param avatar the picture; {@code null} for none
 * @param original what it was made from; {@code null} where that was not kept
 * @param changed when and by whom it was set; {@code null} where nobody knows
 * @param subject what the review has to know
 * @param sketch to be drawn; {@code null} where there is nothing to draw
 */
record ReviewCard(
    Profile user,
    @Nullable Avatar avatar,
    @Nullable Blob original,
    @Nullable HistoryEntry changed,
    Subject subject,
    @Nullable Sketch sketch) {
  /** As much of a picture as is drawn. */
  static final int DRAWN = 1024;

  /**
   * Reads a user.
   *
   * @throws Failure where that cannot be; a picture that cannot be shown is no failure
   */
  static ReviewCard read(ProfileDirectory directory, ReviewUsers.One one) {
    Profile user =
        directory
            .find(one.ref())
            .orElseThrow(() -> Refusals.noSuchUser(directory, one.ref().text()));
    KeptAvatar kept = kept(directory, user);
    Avatar avatar = kept == null ? directory.avatar(user.id()).orElse(null) : kept.avatar();
    Blob original = kept == null ? null : kept.original();
    HistoryEntry changed = changed(directory, user).orElse(null);
    Extent originalExtent = null;
    Failure trouble = null;
    Sketch sketch = null;
    try {
      sketch = avatar == null ? null : Sketch.of(avatar.content().bytes(), DRAWN);
      originalExtent = original == null ? null : extent(original.bytes());
    } catch (Failure.Invalid broken) {
      trouble = broken;
    }
    if (avatar == null && user.get(Field.AVATAR_URL) instanceof String url) {
      trouble = new Failure.NotFound(Message.of("user.avatar-elsewhere", user.username(), url));
    }
    Extent extent = sketch == null ? null : new Extent(sketch.width(), sketch.height());
    Subject subject = new Subject(user.username(), extent, originalExtent, trouble);
    return new ReviewCard(user, avatar, original, changed, subject, sketch);
  }

  /** How large a picture is, upright. */
  static Extent extent(byte[] picture) {
    ImageFacts facts = ImageInspector.inspect(picture);
    return new Extent(facts.uprightWidth(), facts.uprightHeight());
  }

  /** What nobody expected, told like what can be expected: a review goes on. */
  static Failure bug(Throwable bug) {
    return new Failure.Fault(Message.of("failure.bug", bug.toString()), bug);
  }

  private static @Nullable KeptAvatar kept(ProfileDirectory directory, Profile user) {
    if (!directory.features().contains(Feature.AVATAR_HISTORY)) {
      return null;
    }
    return directory.avatarVersions(user.id()).stream()
        .filter(AvatarVersion::current)
        .findFirst()
        .flatMap(found -> directory.keptAvatar(user.id(), found.version()))
        .orElse(null);
  }

  private static Optional<HistoryEntry> changed(ProfileDirectory directory, Profile user) {
    if (!directory.features().contains(Feature.HISTORY)) {
      return Optional.empty();
    }
    return directory.history(new UserRef.ById(user.id().text())).stream()
        .flatMap(history -> history.entries().stream())
        .filter(entry -> entry.changes().stream().anyMatch(c -> c.field() == Field.AVATAR_URL))
        .findFirst();
  }

  /** What a draft is made from; {@code null} where that is another picture, or there is none. */
  @Nullable Blob source(Draft.Base base) {
    return switch (base) {
      case PRESENT -> avatar == null ? null : avatar.content();
      case ORIGINAL -> original;
      case FILE -> null;
    };
  }
}
