package dev.profilectl.image;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.io.IOException;

/** Stands around every decoder: whatever one throws, the user is told that the file is broken. */
final class Guard {
  private Guard() {}

  interface Work<T> {
    T run() throws IOException;
  }

  /** Runs; an exception or an exhausted stack becomes the refusal {@code image-broken}. */
  static <T> T decoding(ImageFormat format, Work<T> work) {
    try {
      return work.run();
    } catch (Failure e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw new Failure.Fault(Message.of("failure.memory"), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      Failure.Invalid refusal = Refusal.broken(format);
      refusal.initCause(e);
      throw refusal;
    }
  }
}
