package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.PictureFiles;
import dev.profilectl.failure.Failure;
import dev.profilectl.image.Crop;
import dev.profilectl.image.ImageFacts;
import dev.profilectl.image.ImageInspector;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.image.ImagePipeline;
import dev.profilectl.image.Picture;
import dev.profilectl.profile.AvatarVersion;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes pictures out of files for a directory; on any number of threads. */
final class PictureMaker {
  /** A larger one may need most of the memory there is, so it is decoded alone. */
  private static final long LARGE_PIXELS = 16_000_000;

  private final PictureFiles files;
  private final ProfileDirectory directory;
  private final Wish wish;
  private final int threads;
  private final Semaphore room;

  /**
   * What is wanted of every picture.
   *
   * @param options what is made of it
   * @param usual whether nothing was said about that, so that a picture, or an original, that is
   *     there already need not be made something of again
   * @param asIs whether the bytes stay as they are
   * @param original whether what it is made from is kept
   */
  record Wish(ImageOptions options, boolean usual, boolean asIs, boolean original) {

    /** As a run keeps it. */
    Map<String, String> settings(PictureFiles files) {
      Crop crop = options.crop();
      String part =
          switch (crop) {
            case Crop.Centre _ -> "centre";
            case Crop.None _ -> "none";
            case Crop.Square square -> square.x() + "," + square.y() + "," + square.size();
          };
      List<Object> words =
          List.of(
              part,
              options.rotate(),
              options.size(),
              options.encoding().format(),
              options.encoding().quality(),
              usual,
              asIs,
              original);
      String wish = words.stream().map(String::valueOf).collect(Collectors.joining(";"));
      return Map.of(
          "kind",
          PictureImport.KIND,
          "file",
          files.title(),
          "path",
          files.path().toAbsolutePath().toString(),
          "wish",
          wish,
          "columns",
          String.join("\n", PictureList.COLUMNS));
    }

    /** As it was kept. */
    static Wish of(Map<String, String> settings) {
      String[] words = settings.getOrDefault("wish", "").split(";", -1);
      ImageOptions options =
          new ImageOptions(
              Integer.parseInt(words[1]),
              Crop.parse(words[0]).orElseThrow(),
              Integer.parseInt(words[2]),
              new ImageOptions.Encoding(
                  ImageOptions.OutputFormat.valueOf(words[3]), Integer.parseInt(words[4])));
      return new Wish(
          options,
          Boolean.parseBoolean(words[5]),
          Boolean.parseBoolean(words[6]),
          Boolean.parseBoolean(words[7]));
    }
  }

  PictureMaker(PictureFiles files, ProfileDirectory directory, Wish wish, int threads) {
    this.files = files;
    this.directory = directory;
    this.wish = wish;
    this.threads = threads;
    this.room = new Semaphore(threads);
  }

  /** How many threads it is worth to give it. */
  int threads() {
    return threads;
  }

  /**
   * Makes the picture of a file.
   *
   * @param user whose it becomes, where that is known already
   */
  MadePicture make(String file, @Nullable UserId user) {
    try {
      byte[] bytes = files.read(file, ImageInspector.MAX_BYTES);
      return PictureWork.named(file, () -> make(bytes, file, user));
    } catch (Failure failure) {
      return new MadePicture.Refused(failure);
    }
  }

  private MadePicture make(byte[] bytes, String file, @Nullable UserId user) {
    Blob original = Blob.of(bytes);
    if (user != null && isThere(user, original)) {
      return new MadePicture.Same();
    }
    Blob kept = wish.original && !wish.asIs ? original : null;
    Picture picture = alone(ImageInspector.inspect(bytes), () -> made(bytes));
    return new MadePicture.Ready(NewPicture.made(picture, file, kept).avatar());
  }

  private Picture made(byte[] bytes) {
    return wish.asIs
        ? ImagePipeline.asIs(bytes)
        : PictureWork.process(bytes, wish.options, directory.avatarLimits());
  }

  private Picture alone(ImageFacts facts, Supplier<Picture> work) {
    long pixels = (long) facts.width() * facts.height();
    int permits = pixels > LARGE_PIXELS ? threads : 1;
    room.acquireUninterruptibly(permits);
    try {
      return work.get();
    } finally {
      room.release(permits);
    }
  }

  private boolean isThere(UserId user, Blob file) {
    if (!directory.features().contains(Feature.AVATAR_HISTORY)) {
      return false;
    }
    Optional<AvatarVersion> present =
        directory.avatarVersions(user).stream().filter(AvatarVersion::current).findFirst();
    return present
        .filter(
            version ->
                ((wish.usual || wish.asIs) && file.sha256().equals(version.sha256()))
                    || (wish.usual && !wish.asIs && file.sha256().equals(version.original())))
        .isPresent();
  }
}
