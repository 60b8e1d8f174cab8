package dev.profilectl.image;

import dev.profilectl.failure.Failure;
import java.util.Map;

/** The ways to refuse a picture. Their sentences are in {@code ValidationMessages.properties}. */
final class Refusal {
  private static final String FIELD = "avatar";

  private Refusal() {}

  /** Not a picture of a kind that is read; {@code found} says what it looks like. */
  static Failure.Invalid notAnImage(String found) {
    return Failure.Invalid.of(FIELD, "not-an-image", Map.of("found", found));
  }

  static Failure.Invalid tooLarge(long bytes, long max) {
    return Failure.Invalid.of(FIELD, "image-too-large", Map.of("bytes", bytes, "max", max));
  }

  static Failure.Invalid tooManyPixels(int width, int height) {
    return Failure.Invalid.of(
        FIELD,
        "image-too-many-pixels",
        Map.of("width", width, "height", height, "max", ImageInspector.MAX_PIXELS / 1_000_000));
  }

  static Failure.Invalid tooLong(int width, int height, int max) {
    return Failure.Invalid.of(
        FIELD,
        "image-too-many-pixels",
        Map.of("width", width, "height", height, "max", max, "expected", "side"));
  }

  /**
   * Refuses a picture of a kind that takes more memory or time than others, and so may be less big.
   *
   * @param kind what a person would call it
   */
  static void ifOver(long maxPixels, ImageFacts facts, String kind) {
    if ((long) facts.width() * facts.height() > maxPixels) {
      throw Failure.Invalid.of(
          FIELD,
          "image-too-many-pixels",
          Map.of(
              "width",
              facts.width(),
              "height",
              facts.height(),
              "max",
              maxPixels / 1_000_000,
              "kind",
              kind,
              "expected",
              "kind"));
    }
  }

  static Failure.Invalid broken(ImageFormat format) {
    return Failure.Invalid.of(FIELD, "image-broken", Map.of("format", format.name()));
  }

  static Failure.Invalid cropOutside(int width, int height) {
    return Failure.Invalid.of(FIELD, "crop-outside", Map.of("width", width, "height", height));
  }
}
