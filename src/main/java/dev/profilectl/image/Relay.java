package dev.profilectl.image;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows on to a sink on a second thread, a batch at a time, so that a picture is decoded and
 * scaled at once. What the sink throws is thrown here, at a later row or at the end.
 */
final class Relay implements PixelSink, AutoCloseable {
  /** Bytes; some milliseconds of work, of which two are in memory. */
  private static final int BATCH = 1 << 20;

  private final PixelSink sink;
  private final int width;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
  private CompletableFuture<?> handedOver = CompletableFuture.completedFuture(null);
  private int length;
  private int capacity;
  private byte[] filling = new byte[0];
  private byte[] spare = new byte[0];
  private int rows;

  /** Before a sink, for rows of this many pixels. */
  Relay(PixelSink sink, int width) {
    this.sink = sink;
    this.width = width;
  }

  @Override
  public void begin(Layout layout, byte @Nullable [] icc) {
    sink.begin(layout, icc);
    length = width * layout.bands;
    capacity = BATCH / length;
    filling = new byte[capacity * length];
    spare = new byte[capacity * length];
  }

  @Override
  public void row(byte[] samples, int offset) {
    if (capacity == 0) {
      sink.row(samples, offset); // too long to be kept twice
      return;
    }
    System.arraycopy(samples, offset, filling, rows * length, length);
    if (++rows == capacity) {
      waitForSink();
      byte[] full = filling;
      filling = spare;
      spare = full;
      rows = 0;
      handedOver = CompletableFuture.runAsync(() -> deliver(full, capacity), thread);
    }
  }

  /** After the last row: returns when the sink has all of them. */
  void finish() {
    waitForSink();
    deliver(filling, rows);
    rows = 0;
  }

  private void deliver(byte[] batch, int count) {
    for (int i = 0; i < count; i++) {
      sink.row(batch, i * length);
    }
  }

  private void waitForSink() {
    try {
      handedOver.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException told -> throw told;
        case Error error -> throw error;
        case null, default -> throw failed;
      }
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
