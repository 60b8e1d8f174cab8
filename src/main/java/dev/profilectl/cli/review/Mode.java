package dev.profilectl.cli.review;

/** What keys mean. */
public sealed interface Mode {
  /** Commands. */
  record Looking() implements Mode {}

  /**
   * Moving the square.
   *
   * @param before what is gone back to where nothing comes of it
   */
  record Cropping(Draft before) implements Mode {}

  /** Typing the name of another picture. */
  record Typing(Line line) implements Mode {}

  /** That picture is being read. */
  record Picking(String word) implements Mode {}

  /** All keys are told; the next one ends that. */
  record Helping() implements Mode {}

  /** Leaving would lose what is not stored; the same key again leaves. */
  record Leaving() implements Mode {}

  /** It is over. */
  record Ended(int code) implements Mode {}
}
