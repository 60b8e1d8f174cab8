package dev.profilectl.image;

import java.util.Optional;

/** Which part of a picture is kept, seen upright and after any further rotation. */
public sealed interface Crop {

  /** The largest square in the middle. */
  record Centre() implements Crop {}

  /**
   * A square of source pixels. One that reaches outside the picture is refused as {@code
   * crop-outside} when it is applied.
   *
   * @param x of the left edge, from 0
   * @param y of the top edge, from 0
   * @param size of a side, at least 1
   */
  record Square(int x, int y, int size) implements Crop {}

  /** The whole picture, square or not. */
  record None() implements Crop {}

  /** The largest square in the middle. */
  static Crop centre() {
    return new Centre();
  }

  /** A square of source pixels. */
  static Crop square(int x, int y, int size) {
    return new Square(x, y, size);
  }

  /** The whole picture. */
  static Crop none() {
    return new None();
  }

  /**
   * Reads what a user writes: {@code centre}, {@code none}, or {@code x,y,size} in whole numbers.
   *
   * @return empty for anything else
   */
  static Optional<Crop> parse(String text) {
    if (text.equals("centre")) {
      return Optional.of(centre());
    }
    if (text.equals("none")) {
      return Optional.of(none());
    }
    String[] parts = text.split(",", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          square(
              Integer.parseInt(parts[0].strip()),
              Integer.parseInt(parts[1].strip()),
              Integer.parseInt(parts[2].strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
