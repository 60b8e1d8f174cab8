package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.FilePattern;
import dev.profilectl.bulk.PictureFiles;
import dev.profilectl.bulk.PictureMatches;
import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.bulk.RunDesk;
import dev.profilectl.cli.bulk.RunFlags;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.ProfileDirectory;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code avatar import}. */
@Command(
    name = "import",
    header = {
      "Set the pictures of many users from a folder or a ZIP archive, by the names of the files.",
      "",
      "  profilectl avatar import photos --match '{username}' --dry-run",
      "  profilectl avatar import photos.zip --match 'staff-{id}' --rejects failed.csv"
    })
public final class AvatarImportCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ChangeFlags change;
  @Mixin PictureFlags picture;
  @Mixin RunFlags running;

  @Option(
      names = "--match",
      paramLabel = "PATTERN",
      description =
          "How files are called: '{username}' by default, '{id}', '{email}', 'photo-{id}'.")
  @Nullable String match;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description =
          "Whose picture each file is: columns file and username or id; --rejects writes such a"
              + " list.")
  @Nullable String list;

  @Option(
      names = {"-r", "--recursive"},
      description = "Files in folders below too; those of an archive always count.")
  boolean recursive;

  @Option(names = "--as-is", description = "Store the bytes untouched, after the checks.")
  boolean asIs;

  @Option(names = "--no-original", description = "Do not keep the pictures these are made from.")
  boolean noOriginal;

  @Parameters(paramLabel = "FOLDER", description = "A folder of pictures, or a ZIP archive.")
  String folder;

  /** In a workspace. */
  public AvatarImportCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      String contrary = asIs ? picture.given() : null;
      if (contrary != null) {
        throw new Usage(Message.of("usage.as-is", contrary));
      }
      running.check(session);
      if (list != null && match != null) {
        throw new Usage(Message.of("pictures.list-and-match"));
      }
      FilePattern pattern = FilePattern.parse(Objects.requireNonNullElse(match, "{username}"));
      PictureMaker.Wish wish =
          new PictureMaker.Wish(picture.options(), picture.given() == null, asIs, !noOriginal);
      boolean deep = recursive || list != null || pattern.withFolder();
      ProfileDirectory directory = session.directory(change, Feature.SET_AVATAR);
      try (PictureFiles files = PictureFiles.open(workspace.file(folder), folder, deep)) {
        RunDesk desk = new RunDesk(session, change, running);
        PictureMatches matches =
            list == null
                ? PictureMatches.of(directory, pattern, files.names())
                : new PictureList(session, list).among(files.names());
        return new PictureImport(session, change, desk).take(directory, files, matches, wish);
      }
    }
  }
}
