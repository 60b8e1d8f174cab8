package dev.profilectl.cli.review;

import dev.profilectl.failure.Message;
import dev.profilectl.terminal.Key;
import java.util.Objects;

/** The keys that move the square. */
final class CropKeys {
  /** A press moves the square by this part of it, and makes it larger by this part of it. */
  private static final int STEPS = 16;

  private final Reviewer reviewer;

  CropKeys(Reviewer reviewer) {
    this.reviewer = reviewer;
  }

  /**
   * Begins: in the original where that was kept, since the picture shows no more than what is kept
   * of it already; at the square that was chosen before, if any.
   */
  Turn begin(Review review, Subject subject) {
    Draft now = review.draft();
    boolean deeper = now.base() == Draft.Base.PRESENT && subject.original() != null;
    Draft from = deeper ? new Draft(Draft.Base.ORIGINAL, null, now.rotate(), null) : now;
    Extent extent = from.extent(subject);
    if (extent == null) {
      return Turn.of(review.say(Message.of("review.no-picture", subject.username())));
    }
    Square start =
        Objects.requireNonNullElse(from.square(), Square.centre(extent.turned(from.rotate())));
    return Turn.of(review.with(from.with(start)).in(new Mode.Cropping(now)));
  }

  Turn pressed(Review review, Mode.Cropping mode, Key key) {
    Subject subject = review.subject();
    Extent unturned = subject == null ? null : review.draft().extent(subject);
    Square square = review.draft().square();
    if (unturned == null || square == null) {
      return Turn.of(back(review, mode));
    }
    if (key == Key.Named.ESCAPE || Reviewer.is(key, 'u') || Reviewer.is(key, 'q')) {
      return Turn.of(back(review, mode));
    }
    if (key == Key.Named.ENTER || Reviewer.is(key, 'c')) {
      return Turn.of(kept(review, mode));
    }
    if (Reviewer.is(key, 'a')) {
      return reviewer.accept(kept(review, mode));
    }
    if (Reviewer.is(key, 'r')) {
      return Turn.of(review.with(review.draft().turned(unturned)));
    }
    Extent whole = unturned.turned(review.draft().rotate());
    return Turn.of(review.with(review.draft().with(moved(square, whole, key))));
  }

  private static Review back(Review review, Mode.Cropping mode) {
    return review.with(mode.before()).in(new Mode.Looking());
  }

  private static Review kept(Review review, Mode.Cropping mode) {
    return back(review, mode).edited(review.draft());
  }

  private static Square moved(Square square, Extent whole, Key key) {
    int step = Math.max(1, square.size() / STEPS);
    return switch (key) {
      case Key.Named.LEFT -> square.moved(-step, 0, whole);
      case Key.Named.RIGHT -> square.moved(step, 0, whole);
      case Key.Named.UP -> square.moved(0, -step, whole);
      case Key.Named.DOWN -> square.moved(0, step, whole);
      case Key.Named.SHIFT_LEFT -> square.moved(-1, 0, whole);
      case Key.Named.SHIFT_RIGHT -> square.moved(1, 0, whole);
      case Key.Named.SHIFT_UP -> square.moved(0, -1, whole);
      case Key.Named.SHIFT_DOWN -> square.moved(0, 1, whole);
      case Key.Letter letter ->
          switch (letter.codePoint()) {
            case '+', '=' -> square.grown(2 * Math.max(1, step / 2), whole);
            case '-', '_' -> square.grown(-2 * Math.max(1, step / 2), whole);
            case '0' -> Square.centre(whole);
            default -> square;
          };
      case Key.Named _, Key.Control _, Key.Pasted _ -> square;
    };
  }
}
