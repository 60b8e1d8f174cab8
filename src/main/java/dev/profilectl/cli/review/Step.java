package dev.profilectl.cli.review;

/** Something that can be taken back. */
public sealed interface Step {
  /** The draft was changed; before it was this one. */
  record Edited(Draft before) implements Step {}

  /**
   * A user was done with.
   *
   * @param at which
   * @param username who
   * @param verdict how
   * @param draft what was made of the picture
   * @param ticket of the change that was ordered; 0 where there was none
   */
  record Passed(int at, String username, Verdict verdict, Draft draft, int ticket)
      implements Step {}

  /** How a user was done with. */
  enum Verdict {
    /** The picture is good as it is. */
    ACCEPTED,
    /** The draft was stored. */
    CHANGED,
    /** The picture was taken away. */
    DELETED,
    /** Not now. */
    SKIPPED
  }
}
