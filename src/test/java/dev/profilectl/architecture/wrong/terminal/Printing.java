package dev.profilectl.architecture.wrong.terminal;

import dev.profilectl.architecture.Breaks;

/** Writes to a stream it was not given. */
@Breaks("WORLD")
final class Printing {
  void say() {
    System.err.println("hello");
  }
}
