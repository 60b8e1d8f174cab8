package dev.profilectl.cli.avatar;

import dev.profilectl.cli.FlagGroup;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.image.Crop;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.image.ImageOptions.OutputFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that say what is to be made of a picture. */
@FlagGroup("Picture")
final class PictureFlags {
  private static final Set<Integer> QUARTERS = Set.of(0, 90, 180, 270);

  @Option(
      names = "--crop",
      paramLabel = "X,Y,SIZE",
      description = "A square in pixels of the upright picture; centre (the default) or none.")
  @Nullable String crop;

  @Option(names = "--rotate", paramLabel = "90|180|270", description = "Degrees clockwise.")
  int rotate;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "The longest side in pixels, 512 by default; nothing is enlarged.")
  @Nullable Integer size;

  @Option(
      names = "--format",
      paramLabel = "auto|jpeg|png",
      description = "auto: PNG where there is transparency, else JPEG.")
  @Nullable String format;

  @Option(names = "--quality", paramLabel = "1-100", description = "Of a JPEG; 88 by default.")
  @Nullable Integer quality;

  /** The first of these flags that was given; {@code null} for none. */
  @Nullable String given() {
    if (crop != null) {
      return "--crop";
    }
    if (rotate != 0) {
      return "--rotate";
    }
    if (size != null) {
      return "--size";
    }
    if (format != null) {
      return "--format";
    }
    return quality == null ? null : "--quality";
  }

  /**
   * The options these flags ask for.
   *
   * @throws Usage for a value out of range
   */
  ImageOptions options() {
    ImageOptions options = ImageOptions.DEFAULTS;
    if (crop != null) {
      String text = crop;
      options =
          options.withCrop(
              Crop.parse(text).orElseThrow(() -> new Usage(Message.of("avatar.crop", text))));
    }
    if (!QUARTERS.contains(rotate)) {
      throw impossible("--rotate", rotate, "90, 180, 270");
    }
    options = options.withRotate(rotate);
    if (size != null) {
      options = options.withSize(within("--size", size, ImageOptions.MAX_SIZE));
    }
    if (quality != null) {
      options = options.withQuality(within("--quality", quality, 100));
    }
    return options.withFormat(outputFormat());
  }

  private OutputFormat outputFormat() {
    return switch (format == null ? "auto" : format.toLowerCase(Locale.ROOT)) {
      case "auto" -> OutputFormat.AUTO;
      case "jpeg", "jpg" -> OutputFormat.JPEG;
      case "png" -> OutputFormat.PNG;
      default -> throw impossible("--format", String.valueOf(format), "auto, jpeg, png");
    };
  }

  private static int within(String flag, int value, int most) {
    if (value < 1 || value > most) {
      throw impossible(flag, value, "1-" + most);
    }
    return value;
  }

  private static Usage impossible(String flag, Object value, String possible) {
    return new Usage(Message.of("usage.option", flag, value, possible));
  }
}
