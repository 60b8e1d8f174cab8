package dev.profilectl.cli.avatar;

import dev.profilectl.cli.review.Draft;
import dev.profilectl.cli.review.Square;
import dev.profilectl.image.Crop;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.AvatarLimits;
import dev.profilectl.profile.Blob;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a review makes of a picture.
 *
 * @param base what it is made from
 * @param source the bytes of that
 * @param original what is kept as the original
 * @param file the file or the address, where it is made from one, else empty
 * @param options how
 */
record ReviewPicture(
    Draft.Base base, Blob source, Blob original, String file, ImageOptions options) {
  private static final String PIPE = "-";

  /** What a draft says. */
  static ReviewPicture of(ReviewCard card, Draft draft, ReviewFiles files, AvatarLimits limits) {
    Draft.Chosen file = draft.file();
    Blob source =
        Objects.requireNonNull(file == null ? card.source(draft.base()) : files.bytes(file.word()));
    Blob original = file != null ? source : Objects.requireNonNullElse(card.original(), source);
    Draft.Base base = draft.base();
    if (base == Draft.Base.PRESENT && draft.square() == null && isUsual(card, limits)) {
      // the same picture, without what encoding it twice would cost
      source = original;
      base = Draft.Base.ORIGINAL;
    }
    ImageOptions options = options(draft, base == Draft.Base.PRESENT, card);
    return new ReviewPicture(base, source, original, file == null ? "" : file.word(), options);
  }

  private static boolean isUsual(ReviewCard card, AvatarLimits limits) {
    Blob original = card.original();
    Avatar avatar = card.avatar();
    return original != null
        && avatar != null
        && PictureWork.process(original.bytes(), ImageOptions.DEFAULTS, limits)
            .sha256()
            .equals(avatar.content().sha256());
  }

  /** As an upload makes them; a picture that is only turned stays as large as it is. */
  private static ImageOptions options(Draft draft, boolean present, ReviewCard card) {
    ImageOptions options = ImageOptions.DEFAULTS.withRotate(draft.rotate());
    Square square = draft.square();
    Avatar avatar = card.avatar();
    if (present && avatar != null) {
      int side = Math.max(avatar.shape().width(), avatar.shape().height());
      options = options.withSize(Math.clamp(side, options.size(), ImageOptions.MAX_SIZE));
    }
    return square != null
        ? options.withCrop(Crop.square(square.x(), square.y(), square.size()))
        : present ? options.withCrop(Crop.none()) : options;
  }

  /** Makes it. */
  NewPicture made(AvatarLimits limits) {
    return NewPicture.made(PictureWork.process(source.bytes(), options, limits), file, original);
  }

  /** The words of commands that make the same, each reading from the one before. */
  List<List<String>> words(String user) {
    return switch (base) {
      case FILE -> List.of(with("avatar", "upload", user, file));
      case ORIGINAL -> List.of(with("avatar", "edit", user));
      case PRESENT ->
          List.of(
              List.of("avatar", "show", user, "--out", PIPE), with("avatar", "upload", user, PIPE));
    };
  }

  private List<String> with(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    if (options.rotate() != 0) {
      all.addAll(List.of("--rotate", String.valueOf(options.rotate())));
    }
    switch (options.crop()) {
      case Crop.Centre _ -> {}
      case Crop.None _ -> all.addAll(List.of("--crop", "none"));
      case Crop.Square square ->
          all.addAll(List.of("--crop", square.x() + "," + square.y() + "," + square.size()));
    }
    if (options.size() != ImageOptions.DEFAULTS.size()) {
      all.addAll(List.of("--size", String.valueOf(options.size())));
    }
    return all;
  }
}
