package dev.profilectl.cli.review;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of a user's picture, as long as it is not stored.
 *
 * @param base what it is made from
 * @param file the other picture it is made from; {@code null} unless the base is that
 * @param rotate clockwise: 0, 90, 180 or 270
 * @param square what is kept, after the turn; {@code null} for the usual: all of the present
 *     picture, the middle of an original or a file
 */
public record Draft(Base base, @Nullable Chosen file, int rotate, @Nullable Square square) {
  /** The picture as it is. */
  public static final Draft NONE = new Draft(Base.PRESENT, null, 0, null);

  /** What a picture is made from. */
  public enum Base {
    /** The picture the user has. */
    PRESENT,
    /** What that was made from, when it was set. */
    ORIGINAL,
    /** Another picture. */
    FILE
  }

  /**
   * Another picture.
   *
   * @param word the file, or the address, as it was typed
   * @param extent how large it is, upright
   */
  public record Chosen(String word, Extent extent) {}

  /** Whether there is nothing to store. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** Whether a part was chosen, or all of the original. */
  public boolean crops() {
    return square != null || base == Base.ORIGINAL;
  }

  /** How large it is before the turn; {@code null} where the user has no picture. */
  public @Nullable Extent extent(Subject subject) {
    return switch (base) {
      case PRESENT -> subject.picture();
      case ORIGINAL -> subject.original();
      case FILE -> file == null ? null : file.extent();
    };
  }

  /** Turned a quarter further, the same part kept. */
  Draft turned(Extent unturned) {
    Square part = square == null ? null : square.turned(unturned.turned(rotate));
    return new Draft(base, file, (rotate + 90) % 360, part);
  }

  Draft with(Square part) {
    return new Draft(base, file, rotate, part);
  }
}
