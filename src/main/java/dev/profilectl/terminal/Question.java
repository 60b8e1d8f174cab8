package dev.profilectl.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One question to a terminal and the answers that come within a time. The last thing asked is what
 * every terminal answers, so that the wait ends as soon as there is nothing to wait for.
 */
final class Question {
  private static final long LONGEST_READ_MILLIS = 200;

  private final Answers answers = new Answers();
  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile boolean over;
  private @Nullable Thread listener;

  /** Sends it and begins to listen, on a thread that {@link #end} or the last answer ends. */
  static Question ask(String text, InputStream in, OutputStream out) throws IOException {
    Question question = new Question();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    question.listener =
        Thread.ofPlatform().daemon().name("terminal answers").start(() -> question.listen(in));
    return question;
  }

  private void listen(InputStream in) {
    byte[] bytes = new byte[256];
    try {
      while (!over) {
        int count = in.read(bytes);
        if (count > 0 && take(bytes, count)) {
          answered.countDown();
          return;
        }
      }
    } catch (IOException e) {
      // the terminal is gone: there will be no answer
      answered.countDown();
    }
  }

  private synchronized boolean take(byte[] bytes, int count) {
    answers.read(bytes, count);
    return answers.complete();
  }

  /** Waits for the last answer; whether it came. */
  boolean await(long millis) {
    try {
      return answered.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What has come so far makes of the terminal; nothing believed before the last answer. */
  synchronized Answers answers() {
    return answers.complete() ? answers : new Answers();
  }

  /** Stops listening, before a read that is still waiting takes what is typed next. */
  void end() {
    over = true;
    try {
      if (listener != null) {
        listener.join(LONGEST_READ_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
