package dev.profilectl.terminal;

/** What {@code --color} says. */
public enum ColorChoice {
  /** As the terminal and its environment allow. */
  AUTO,
  /** Even into a pipe. */
  ALWAYS,
  /** None. */
  NEVER
}
