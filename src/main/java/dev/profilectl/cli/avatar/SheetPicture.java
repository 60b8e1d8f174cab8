package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.ContactSheet.Shown;
import dev.profilectl.failure.Failure;
import dev.profilectl.image.Crop;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.image.ImagePipeline;
import dev.profilectl.image.Picture;
import dev.profilectl.profile.Avatar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes of a stored picture what a page shows: small, sound, and of a type that browsers know. */
final class SheetPicture {
  private static final ImageOptions SMALL =
      ImageOptions.DEFAULTS.withCrop(Crop.none()).withSize(256).withQuality(80);

  private SheetPicture() {}

  /** The picture; {@code null} where there is none, or none that can be shown. */
  static @Nullable Shown of(@Nullable Avatar avatar) {
    if (avatar == null) {
      return null;
    }
    try {
      Picture small = ImagePipeline.process(avatar.content().bytes(), SMALL);
      Avatar.Shape shape = avatar.shape();
      String caption =
          "%d × %d, %s, %s"
              .formatted(
                  shape.width(),
                  shape.height(),
                  shape.format().toUpperCase(Locale.ROOT),
                  Sizes.of(avatar.content().size()));
      return new Shown("image/" + small.format().word(), small.bytes(), caption);
    } catch (Failure.Invalid broken) {
      return null;
    }
  }
}
