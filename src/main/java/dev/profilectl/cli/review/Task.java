package dev.profilectl.cli.review;

/** What is to be done for a review. Changes are made in the order in which they were ordered. */
public sealed interface Task {
  /** Read a user; the next ones may be read ahead. */
  record Show(int at) implements Task {}

  /** Read another picture. */
  record Pick(String word) implements Task {}

  /** Find out how a name can go on. */
  record Offer(String word) implements Task {}

  /** Store what a draft says. */
  record Store(int ticket, int at, Draft draft) implements Task {}

  /** Take a picture away. */
  record Remove(int ticket, int at) implements Task {}

  /** Take a change back, which may not have been made yet, or have failed. */
  record TakeBack(int ticket, int at) implements Task {}

  /** Stop, until the person comes back. */
  record Suspend() implements Task {}

  /** Draw everything anew. */
  record Repaint() implements Task {}
}
