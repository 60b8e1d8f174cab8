package dev.profilectl.cli.avatar;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.KeptAvatar;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserRef;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code avatar restore}. */
@Command(
    name = "restore",
    header = {
      "Bring back the picture a user had before, also after a deletion.",
      "",
      "  profilectl avatar restore ada",
      "  profilectl avatar restore ada --version 3"
    })
public final class AvatarRestoreCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ChangeFlags change;
  @Mixin PreviewFlags preview;

  @Option(
      names = "--version",
      paramLabel = "N",
      description = "The picture of this version, as \"user history\" counts.")
  @Nullable Long version;

  @Parameters(paramLabel = "USER", description = "Username or id.")
  String user;

  /** In a workspace. */
  public AvatarRestoreCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      ProfileDirectory directory = session.directory(change, Feature.AVATAR_HISTORY);
      Profile owner =
          directory
              .find(UserRef.parse(user))
              .orElseThrow(() -> Refusals.noSuchUser(directory, user));
      KeptAvatar kept = OldPictures.before(directory, owner, version);
      Avatar avatar = kept.avatar();
      String fileName = avatar.url().substring(avatar.url().lastIndexOf('/') + 1);
      NewPicture picture =
          new NewPicture(
              new NewAvatar(avatar.content(), avatar.shape(), fileName, kept.original()),
              new NewPicture.Source(
                  "version " + kept.version(), avatar.content().size(), avatar.shape()),
              List.of(
                  new NewPicture.Step(
                      "restore " + kept.version(), Message.of("avatar.restored", kept.version()))));
      return new SetPicture(session, change, preview).on(directory, owner, picture);
    }
  }
}
