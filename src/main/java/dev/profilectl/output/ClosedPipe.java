package dev.profilectl.output;

import java.io.IOException;

/**
 * Nobody reads the output any more ({@code | head}): the program is to end quietly with 0. A full
 * disk and everything else that keeps output from being written is a {@code Failure.Fault}.
 */
public final class ClosedPipe extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClosedPipe(IOException cause) {
    super("nobody reads the output", cause);
  }

  /** Whether this exception tells of a reader who has gone. */
  public static boolean isTold(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Broken pipe")
        || message.contains("Pipe closed")
        || message.contains("The pipe is being closed")
        || message.contains("The pipe has been ended");
  }
}
