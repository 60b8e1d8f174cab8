package dev.profilectl.image;

import dev.profilectl.failure.Message;

/**
 * One thing that was done to a picture.
 *
 * @param code for machines: {@code upright}, {@code rotate 90}, {@code crop 0,12,800}, {@code
 *     resize 512x512}, {@code srgb}, {@code first-frame}, {@code flatten}, {@code shrink 400x400},
 *     {@code encode jpeg 88}, {@code encode png}, {@code as-is}
 * @param text for people
 */
public record Step(String code, Message text) {

  static Step upright() {
    return new Step("upright", Message.of("image.step.upright"));
  }

  static Step rotate(int degrees) {
    return new Step("rotate " + degrees, Message.of("image.step.rotate", degrees));
  }

  static Step crop(Region region) {
    String code =
        region.width() == region.height()
            ? "crop %d,%d,%d".formatted(region.x(), region.y(), region.width())
            : "crop %d,%d,%dx%d".formatted(region.x(), region.y(), region.width(), region.height());
    return new Step(code, Message.of("image.step.crop", region.width(), region.height()));
  }

  static Step resize(int width, int height) {
    return new Step(
        "resize " + width + "x" + height, Message.of("image.step.resize", width, height));
  }

  static Step shrink(int width, int height) {
    return new Step(
        "shrink " + width + "x" + height, Message.of("image.step.shrink", width, height));
  }

  static Step srgb() {
    return new Step("srgb", Message.of("image.step.srgb"));
  }

  static Step firstFrame() {
    return new Step("first-frame", Message.of("image.step.first-frame"));
  }

  static Step flatten() {
    return new Step("flatten", Message.of("image.step.flatten"));
  }

  static Step jpeg(int quality) {
    return new Step("encode jpeg " + quality, Message.of("image.step.jpeg", quality));
  }

  static Step png() {
    return new Step("encode png", Message.of("image.step.png"));
  }

  static Step asIs() {
    return new Step("as-is", Message.of("image.step.as-is"));
  }
}
