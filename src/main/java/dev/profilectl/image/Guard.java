package dev.profilectl.image;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.io.IOException;

/** Stands around every decoder: whatever one throws, the user is told that the file is broken. */
final class Guard {
  /** Those with more of them leave the heap full of what is needed no more. */
  private static final long LARGE_PIXELS = 8_000_000;

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

  /**
   * The same for the pixels of a picture. The memory that a large one took goes back to the system
   * at once: a store takes three times the file beside the heap, and that has to fit in 300 MiB
   * too.
   */
  static <T> T decodingPixels(ImageFacts facts, Work<T> work) {
    try {
      return decoding(facts.format(), work);
    } finally {
      if ((long) facts.width() * facts.height() > LARGE_PIXELS) {
        System.gc();
      }
    }
  }
}
