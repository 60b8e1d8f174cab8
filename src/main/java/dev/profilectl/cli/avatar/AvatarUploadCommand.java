package dev.profilectl.cli.avatar;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.image.ImagePipeline;
import dev.profilectl.image.Picture;
import dev.profilectl.profile.AvatarLimits;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserRef;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code avatar upload}. */
@Command(
    name = "upload",
    header = {
      "Set a user's picture: turned upright, cropped square, small, without metadata.",
      "",
      "  profilectl avatar upload ada photo.jpg",
      "  profilectl avatar upload ada https://example.com/ada.png --crop 120,80,600"
    })
public final class AvatarUploadCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ChangeFlags change;
  @Mixin PictureFlags flags;
  @Mixin PreviewFlags preview;

  @Option(names = "--as-is", description = "Store the bytes untouched, after the checks.")
  boolean asIs;

  @Option(names = "--no-original", description = "Do not keep the picture this one is made from.")
  boolean noOriginal;

  @Option(
      names = "--allow-private",
      description = "Fetch from addresses of this machine and of private networks too.")
  boolean allowPrivate;

  @Option(
      names = "--file-id",
      paramLabel = "ID",
      description = "Take a file that was uploaded to weidu before, instead of FILE.")
  @Nullable String fileId;

  @Parameters(index = "0", paramLabel = "USER", description = "Username or id.")
  String user;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "A picture, or its URL; - for standard input.")
  @Nullable String file;

  /** In a workspace. */
  public AvatarUploadCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      ImageOptions options = flags.options();
      String contrary = asIs ? flags.given() : null;
      if (contrary != null) {
        throw new Usage(Message.of("usage.as-is", contrary));
      }
      if ((file == null) == (fileId == null)) {
        throw new Usage(Message.of("avatar.file-or-id"));
      }
      if (fileId != null) {
        return new AdoptFile(session, change).on(user, fileId);
      }
      PictureSource source = PictureSource.of(Objects.requireNonNull(file), allowPrivate);
      ProfileDirectory directory = session.directory(change, Feature.SET_AVATAR);
      Profile owner =
          directory
              .find(UserRef.parse(user))
              .orElseThrow(() -> Refusals.noSuchUser(directory, user));
      byte[] bytes = PictureWork.named(source.name(), () -> source.read(session));
      // Hashing megabytes takes a while, in which the picture can be made.
      CompletableFuture<@Nullable Blob> original =
          CompletableFuture.supplyAsync(() -> noOriginal || asIs ? null : Blob.of(bytes));
      Picture picture =
          PictureWork.named(
              source.name(),
              () ->
                  asIs
                      ? ImagePipeline.asIs(bytes)
                      : PictureWork.process(bytes, options, directory.avatarLimits()));
      NewPicture made = NewPicture.made(picture, source.name(), original.join());
      SetPicture set = new SetPicture(session, change, preview);
      if (!asIs) {
        AvatarLimits limits = directory.avatarLimits();
        set.orSmaller(
            most ->
                NewPicture.made(
                    PictureWork.process(bytes, options, limits.withMaxBytes(most)),
                    source.name(),
                    original.join()));
      }
      return set.on(directory, owner, made);
    }
  }
}
