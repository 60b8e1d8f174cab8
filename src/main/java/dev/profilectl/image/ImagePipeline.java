package dev.profilectl.image;

import java.util.List;

/** Makes an avatar out of a picture. */
public final class ImagePipeline {
  private ImagePipeline() {}

  /**
   * Turns a picture upright, rotates, crops and resizes it, converts it to sRGB and encodes it anew
   * without any metadata.
   *
   * @throws dev.profilectl.failure.Failure.Invalid for field {@code avatar} with what {@link
   *     ImageInspector#inspect} refuses, {@code image-broken} where the pixel data is damaged or
   *     ends early, or {@code crop-outside}
   */
  public static Picture process(byte[] source, ImageOptions options) {
    return process(source, options, Limits.NONE);
  }

  /**
   * The same, made to fit limits: in an allowed format, small enough in pixels, then in bytes by
   * writing JPEG instead of PNG where nothing is transparent, by shrinking, and at last by a lower
   * quality. The steps say what was done.
   *
   * @throws dev.profilectl.failure.Failure.Invalid also with {@code image-too-large} where nothing
   *     recognisable fits
   * @throws dev.profilectl.failure.Failure.Usage where neither JPEG nor PNG is allowed, or the
   *     options demand a format that is not
   */
  public static Picture process(byte[] source, ImageOptions options, Limits limits) {
    int size = Math.min(options.size(), limits.maxSide());
    Rendering rendering = Rendering.of(source, options.withSize(size));
    return new Fitting(rendering, options.encoding(), limits).picture();
  }

  /**
   * The picture as it is, byte for byte, after every check: all of its pixel data is decoded once.
   * Its width and height are as stored.
   *
   * @throws dev.profilectl.failure.Failure.Invalid as {@link #process(byte[], ImageOptions)}
   */
  public static Picture asIs(byte[] source) {
    ImageFacts facts = ImageInspector.inspect(source);
    var _ =
        Guard.decodingPixels(
            facts, () -> Decoders.of(facts.format()).decode(source, PixelSink.NOWHERE));
    return new Picture(
        source,
        facts.format(),
        facts.width(),
        facts.height(),
        Picture.sha256(source),
        facts,
        List.of(Step.asIs()));
  }
}
