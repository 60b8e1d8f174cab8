package dev.profilectl.cli.avatar;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.image.Crop;
import dev.profilectl.image.ImageFormat;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.image.ImagePipeline;
import dev.profilectl.image.Limits;
import dev.profilectl.image.Picture;
import dev.profilectl.profile.AvatarLimits;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Between commands and the picture pipeline: a target's limits in, a file's name in refusals. */
final class PictureWork {
  private PictureWork() {}

  /** Makes a picture that the target takes. */
  static Picture process(byte[] source, ImageOptions options, AvatarLimits limits) {
    boolean whole = options.crop() instanceof Crop.None;
    ImageOptions fitting = limits.square() && whole ? options.withCrop(Crop.centre()) : options;
    Set<ImageFormat> formats =
        limits.formats().isEmpty()
            ? EnumSet.allOf(ImageFormat.class)
            : Arrays.stream(ImageFormat.values())
                .filter(format -> limits.formats().contains(format.word()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ImageFormat.class)));
    return ImagePipeline.process(
        source, fitting, new Limits(limits.maxBytes(), limits.maxSide(), formats));
  }

  /** A refusal names the file, which the pixels know nothing of. */
  static <T> T named(String file, Supplier<T> work) {
    try {
      return work.get();
    } catch (Invalid refusal) {
      throw refusal.about("file", file);
    }
  }
}
