package dev.profilectl.image;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageOptions.Encoding;
import dev.profilectl.image.ImageOptions.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Encodes a rendering so that it keeps the limits. */
final class Fitting {
  private static final double SHRINK = 0.85;
  private static final int QUALITY_STEP = 8;
  private static final int LOWEST_QUALITY = 40;

  /** Below this share of its size a lower quality looks better than fewer pixels. */
  private static final double ENOUGH = 0.5;

  private static final int SMALLEST_SIDE = 16;

  private final Rendering rendering;
  private final Limits limits;
  private final Pixels full;
  private Pixels pixels;
  private ImageFormat format;
  private int quality;

  Fitting(Rendering rendering, Encoding encoding, Limits limits) {
    this.rendering = rendering;
    this.limits = limits;
    this.full = rendering.pixels();
    this.pixels = full;
    this.format = format(encoding.format());
    this.quality = encoding.quality();
  }

  /** What is asked for, or the better of what is allowed. */
  private ImageFormat format(OutputFormat wanted) {
    boolean jpeg = limits.formats().contains(ImageFormat.JPEG);
    boolean png = limits.formats().contains(ImageFormat.PNG);
    ImageFormat chosen =
        switch (wanted) {
          case JPEG -> ImageFormat.JPEG;
          case PNG -> ImageFormat.PNG;
          case AUTO -> png && (full.transparent() || !jpeg) ? ImageFormat.PNG : ImageFormat.JPEG;
        };
    if (!limits.formats().contains(chosen)) {
      String allowed =
          limits.formats().stream()
              .map(ImageFormat::word)
              .sorted()
              .collect(Collectors.joining(", "));
      throw new Failure.Usage(Message.of("image.format-not-allowed", chosen.word(), allowed));
    }
    return chosen;
  }

  Picture picture() {
    boolean strict = false;
    byte[] bytes = encode();
    while (bytes.length > limits.maxBytes()) {
      if (format == ImageFormat.PNG && !full.transparent() && jpegAllowed()) {
        format = ImageFormat.JPEG;
      } else if (!strict && canShrink(ENOUGH)) {
        shrink();
      } else if (format == ImageFormat.JPEG && quality - QUALITY_STEP >= LOWEST_QUALITY) {
        strict = true;
        quality -= QUALITY_STEP;
      } else if (canShrink(0)) {
        shrink();
      } else {
        throw Refusal.tooLarge(bytes.length, limits.maxBytes());
      }
      bytes = encode();
    }
    return new Picture(
        bytes,
        format,
        pixels.width(),
        pixels.height(),
        Picture.sha256(bytes),
        rendering.source(),
        steps());
  }

  private boolean jpegAllowed() {
    return limits.formats().contains(ImageFormat.JPEG);
  }

  private boolean canShrink(double share) {
    int side = Math.max(pixels.width(), pixels.height());
    int before = Math.max(full.width(), full.height());
    return side * SHRINK >= Math.max(SMALLEST_SIDE, before * share);
  }

  private void shrink() {
    int side = (int) (Math.max(pixels.width(), pixels.height()) * SHRINK);
    pixels = Scaling.fit(full, side, side);
  }

  private byte[] encode() {
    return format == ImageFormat.PNG
        ? PngEncoder.encode(pixels)
        : JpegEncoder.encode(pixels.transparent() ? pixels.flattened() : pixels, quality);
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>(rendering.steps());
    if (pixels.width() != full.width() || pixels.height() != full.height()) {
      steps.add(Step.shrink(pixels.width(), pixels.height()));
    }
    if (format == ImageFormat.JPEG && pixels.transparent()) {
      steps.add(Step.flatten());
    }
    steps.add(format == ImageFormat.PNG ? Step.png() : Step.jpeg(quality));
    return steps;
  }
}
