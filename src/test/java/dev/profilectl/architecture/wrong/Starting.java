package dev.profilectl.architecture.wrong;

/** Is in the root package, which may end the process. */
final class Starting {
  void end() {
    System.exit(0);
  }
}
