package dev.profilectl.cli.review;

import dev.profilectl.failure.Failure;
import dev.profilectl.terminal.Key;
import java.util.List;

/** What happens to a review. */
public sealed interface Event {
  /** A key. */
  record Pressed(Key key) implements Event {}

  /** A user was read. */
  record Loaded(int at, Subject subject) implements Event {}

  /** A user could not be read. */
  record Unreadable(int at, String username, Failure why) implements Event {}

  /** There are no more users. */
  record NoMore(int at) implements Event {}

  /** Another picture was read, and can be used. */
  record Picked(Draft.Chosen file) implements Event {}

  /** It could not be read, or is none. */
  record Unpicked(String word, Failure why) implements Event {}

  /**
   * How a name can go on.
   *
   * @param word as it was when that was asked
   * @param names whole
   */
  record Offered(String word, List<String> names) implements Event {
    /** Copies the names. */
    public Offered {
      names = List.copyOf(names);
    }
  }

  /** A change was made. */
  record Stored(int ticket) implements Event {}

  /** A change was not made. */
  record Failed(int ticket, String username, Failure why) implements Event {}

  /** A change was taken back, or never made. */
  record PutBack(int ticket) implements Event {}

  /** A change could not be taken back. */
  record NotPutBack(int ticket, Failure why) implements Event {}

  /** Something that is drawn has come, or the terminal has another size. */
  record Redraw() implements Event {}

  /** The process is to end, with this exit code. */
  record Told(int code) implements Event {}
}
