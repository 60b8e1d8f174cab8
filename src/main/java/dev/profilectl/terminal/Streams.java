package dev.profilectl.terminal;

/**
 * Which of the three streams are terminals.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 */
public record Streams(boolean in, boolean out, boolean err) {
  /** No terminal anywhere: cron, CI, a test. */
  public static final Streams NONE = new Streams(false, false, false);
}
