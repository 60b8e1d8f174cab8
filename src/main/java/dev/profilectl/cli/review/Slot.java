package dev.profilectl.cli.review;

/** What is known of the user whose turn it is. */
public sealed interface Slot {
  /** Nothing yet: it is being read. */
  record Loading() implements Slot {}

  /** Nothing yet: a change to it is being taken back. */
  record Returning(Step.Passed passed) implements Slot {}

  /** Everything. */
  record Ready(Subject subject) implements Slot {}

  /** The user could not be read. */
  record Broken(String username) implements Slot {}

  /** There is nobody any more. */
  record Over() implements Slot {}
}
