package dev.profilectl.output;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.OutputStream;

/** What goes to standard output as it is, and what is made of it when that fails. */
public final class RawOut {
  private RawOut() {}

  /**
   * Writes all of it at once.
   *
   * @throws ClosedPipe where nobody reads any more
   * @throws Failure.Fault where it cannot be written
   */
  public static void write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException cause) {
      throw failed(cause);
    }
  }

  /** What to throw when output could not be written. */
  static RuntimeException failed(IOException cause) {
    return ClosedPipe.isTold(cause)
        ? new ClosedPipe(cause)
        : new Failure.Fault(Message.of("output.not-written", IoReason.of(cause)), cause);
  }
}
