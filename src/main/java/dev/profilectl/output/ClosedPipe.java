package dev.profilectl.output;

import java.io.IOException;
import java.util.List;

/**
 * Nobody reads the output any more ({@code | head}): the program is to end quietly with 0. A full
 * disk and everything else that keeps output from being written is a {@code Failure.Fault}.
 */
public final class ClosedPipe extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Java passes on the system's own words, which follow its locale. */
  private static final List<String> TOLD =
      List.of(
          "Broken pipe",
          "Pipe closed",
          "The pipe is being closed",
          "The pipe has been ended",
          "断开的管道",
          "管線損壞");

  ClosedPipe(IOException cause) {
    super("nobody reads the output", cause);
  }

  /** Whether this exception tells of a reader who has gone. */
  static boolean isTold(IOException e) {
    String message = String.valueOf(e.getMessage());
    return TOLD.stream().anyMatch(message::contains);
  }
}
