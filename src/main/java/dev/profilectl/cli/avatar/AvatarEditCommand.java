package dev.profilectl.cli.avatar;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.KeptAvatar;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserRef;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code avatar edit}. */
@Command(
    name = "edit",
    header = {
      "Crop, turn or resize a user's picture again, from the original that was kept.",
      "",
      "  profilectl avatar edit ada --crop 120,80,600",
      "  profilectl avatar edit ada --rotate 90 --dry-run"
    })
public final class AvatarEditCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ChangeFlags change;
  @Mixin PictureFlags flags;
  @Mixin PreviewFlags preview;

  @Parameters(paramLabel = "USER", description = "Username or id.")
  String user;

  /** In a workspace. */
  public AvatarEditCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      ImageOptions options = flags.options();
      ProfileDirectory directory = session.directory(change, Feature.AVATAR_HISTORY);
      Profile owner =
          directory
              .find(UserRef.parse(user))
              .orElseThrow(() -> Refusals.noSuchUser(directory, user));
      KeptAvatar kept = OldPictures.current(directory, owner);
      if (kept.original() == null) {
        session.note(Message.of("avatar.no-original", owner.username()));
      }
      Blob original = Objects.requireNonNullElse(kept.original(), kept.avatar().content());
      String name = "the original";
      NewPicture made =
          NewPicture.made(
              PictureWork.named(
                  name,
                  () -> PictureWork.process(original.bytes(), options, directory.avatarLimits())),
              name,
              original);
      return new SetPicture(session, change, preview).on(directory, owner, made);
    }
  }
}
