package dev.profilectl.terminal;

/** The person pressed Ctrl-C at a question: the command ends as interrupted, nothing was done. */
public final class Interrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Interrupted() {
    super("interrupted at a prompt");
  }
}
