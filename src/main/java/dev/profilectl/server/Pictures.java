package dev.profilectl.server;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.image.ImagePipeline;
import dev.profilectl.image.Picture;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.NewAvatar;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes pictures of files that were sent. */
final class Pictures {
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final int LONGEST_NAME = 64;

  private Pictures() {}

  /** The file as it is, after every check, under its own name. */
  static NewAvatar asIs(Bodies.Sent file) {
    Picture picture = checked(file, () -> ImagePipeline.asIs(file.bytes()));
    return picture(picture, name(file.name(), picture.format().extension()));
  }

  /** The picture upright and small, without metadata. */
  static NewAvatar made(Bodies.Sent file, ImageOptions options) {
    Picture picture = checked(file, () -> ImagePipeline.process(file.bytes(), options));
    return picture(picture, "avatar." + picture.format().extension());
  }

  private static NewAvatar picture(Picture picture, String name) {
    Avatar.Shape shape =
        new Avatar.Shape(
            picture.format().name().toLowerCase(Locale.ROOT), picture.width(), picture.height());
    return new NewAvatar(Blob.of(picture.bytes()), shape, name, null);
  }

  private static Picture checked(Bodies.Sent file, Supplier<Picture> work) {
    try {
      return work.get();
    } catch (Invalid refusal) {
      throw refusal.about("file", Objects.requireNonNullElse(file.name(), "the file"));
    }
  }

  /** A name that is safe in an address: the last part of what was sent, its ending by content. */
  static String name(@Nullable String sent, String extension) {
    String last = sent == null ? "" : sent.substring(sent.lastIndexOf('/') + 1);
    last = last.substring(last.lastIndexOf('\\') + 1);
    int dot = last.lastIndexOf('.');
    String base = ODD.matcher(dot < 0 ? last : last.substring(0, dot)).replaceAll("_");
    base = base.replaceAll("^\\.+|\\.\\.+", "_");
    base = base.substring(0, Math.min(base.length(), LONGEST_NAME));
    return (base.isEmpty() ? "avatar" : base) + "." + extension;
  }
}
