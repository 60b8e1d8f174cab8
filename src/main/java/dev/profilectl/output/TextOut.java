package dev.profilectl.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Buffered UTF-8. A lone surrogate, which UTF-8 has no bytes for, is written as U+FFFD; formats
 * that can escape it do so before.
 */
final class TextOut {
  private static final int LIMIT = 1 << 15;

  private final OutputStream out;
  private final StringBuilder pending = new StringBuilder();

  TextOut(OutputStream out) {
    this.out = out;
  }

  TextOut write(String text) throws IOException {
    pending.append(text);
    if (pending.length() >= LIMIT) {
      drain();
    }
    return this;
  }

  void flush() throws IOException {
    drain();
    out.flush();
  }

  private void drain() throws IOException {
    String text = pending.toString();
    pending.setLength(0);
    // the encoder's own replacement is a question mark, which nobody would notice
    out.write(Text.withoutLoneSurrogates(text).getBytes(StandardCharsets.UTF_8));
  }
}
