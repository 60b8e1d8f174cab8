package dev.profilectl.cli.avatar;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.TextInput;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageInspector;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.image.ImagePipeline;
import dev.profilectl.image.Picture;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
      "  profilectl avatar upload ada scan.png --crop 120,80,600 --rotate 90"
    })
public final class AvatarUploadCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ChangeFlags change;
  @Mixin PictureFlags picture;

  @Option(names = "--as-is", description = "Store the bytes untouched, after the checks.")
  boolean asIs;

  @Option(names = "--no-original", description = "Do not keep the picture this one is made from.")
  boolean noOriginal;

  @Parameters(index = "0", paramLabel = "USER", description = "Username or id.")
  String user;

  @Parameters(index = "1", paramLabel = "FILE", description = "A picture; - for standard input.")
  String file;

  /** In a workspace. */
  public AvatarUploadCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      ImageOptions options = picture.options();
      if (file.startsWith("http://") || file.startsWith("https://")) {
        throw new Usage(Message.of("avatar.no-url"));
      }
      ProfileDirectory directory = session.directory(change);
      Profile owner =
          directory.find(UserRef.parse(user)).orElseThrow(() -> Refusals.noSuchUser(user));
      byte[] source = TextInput.bytes(workspace, file, ImageInspector.MAX_BYTES);
      Picture made = made(source, options);
      Blob content = Blob.of(made.bytes());
      Outcome outcome =
          directory
              .apply(
                  List.of(new Edit.SetAvatar(owner.id(), newAvatar(made, content, source))),
                  session.origin(change))
              .getFirst();
      if (outcome instanceof Outcome.Failed failed) {
        throw failed.failure();
      }
      boolean changed = outcome instanceof Outcome.Updated;
      Profile after = outcome instanceof Outcome.Updated updated ? updated.user() : owner;
      Optional<Avatar> stored = change.dryRun() ? Optional.empty() : directory.avatar(owner.id());
      UploadResult result = new UploadResult(after, made, stored.orElse(null), shownName());
      result.print(session, changed, change.dryRun());
      boolean sound = change.dryRun() || result.verified();
      return change.exit(sound ? ExitCode.OK : ExitCode.PARTIAL, changed);
    }
  }

  /** A refusal names the file, which the pixels know nothing of. */
  private Picture made(byte[] source, ImageOptions options) {
    try {
      return asIs ? ImagePipeline.asIs(source) : ImagePipeline.process(source, options);
    } catch (Invalid refusal) {
      throw refusal.about("file", shownName());
    }
  }

  private String shownName() {
    return file.equals("-") ? "stdin" : file;
  }

  private NewAvatar newAvatar(Picture made, Blob content, byte[] source) {
    return new NewAvatar(
        content,
        new Avatar.Shape(made.format().word(), made.width(), made.height()),
        "avatar." + made.format().extension(),
        noOriginal || asIs ? null : Blob.of(source));
  }
}
