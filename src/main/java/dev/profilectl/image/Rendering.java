package dev.profilectl.image;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture decoded, upright, cropped, scaled and in sRGB, with what was done to get there.
 *
 * @param pixels what it looks like
 * @param source what it was made from
 * @param steps what was done
 */
record Rendering(Pixels pixels, ImageFacts source, List<Step> steps) {

  /** As the options say, except that they do not say how it is encoded. */
  static Rendering of(byte[] file, ImageOptions options) {
    return of(file, options, new Region(0, 0, options.size(), options.size()));
  }

  /** The same, fitted in a box instead of the size that the options give. */
  static Rendering of(byte[] file, ImageOptions options, Region box) {
    ImageFacts facts = ImageInspector.inspect(file);
    Orientation lies = Orientation.ofExif(facts.orientation()).rotated(options.rotate());
    int width = lies.swap ? facts.height() : facts.width();
    int height = lies.swap ? facts.width() : facts.height();
    Region kept = Region.of(options.crop(), width, height);
    Region size = kept.fitted(box.width(), box.height());

    List<Step> steps = new ArrayList<>();
    Resampler resampler =
        new Resampler(
            lies.stored(kept, facts.width(), facts.height()),
            lies.swap ? size.height() : size.width(),
            lies.swap ? size.width() : size.height());
    Colours.Converted converted =
        Guard.decodingPixels(
            facts,
            () -> {
              try (Relay rows = new Relay(resampler, facts.width())) {
                if (Decoders.of(facts.format()).decode(file, rows)) {
                  steps.add(Step.firstFrame());
                }
                rows.finish();
              }
              return Colours.toSrgb(resampler.result());
            });
    steps.addAll(done(facts, options, kept, size));
    if (converted.byProfile()) {
      steps.add(Step.srgb());
    }
    return new Rendering(lies.upright(converted.pixels()), facts, steps);
  }

  private static List<Step> done(ImageFacts facts, ImageOptions options, Region kept, Region size) {
    List<Step> steps = new ArrayList<>();
    if (facts.orientation() != 1) {
      steps.add(Step.upright());
    }
    if (options.rotate() != 0) {
      steps.add(Step.rotate(options.rotate()));
    }
    if ((long) kept.width() * kept.height() != (long) facts.width() * facts.height()) {
      steps.add(Step.crop(kept));
    }
    if (size.width() != kept.width() || size.height() != kept.height()) {
      steps.add(Step.resize(size.width(), size.height()));
    }
    return steps;
  }
}
