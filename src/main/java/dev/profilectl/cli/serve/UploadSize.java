package dev.profilectl.cli.serve;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageInspector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a file as a flag writes it: {@code 900000}, {@code 900KiB}, {@code 10MiB}. */
final class UploadSize {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(KiB|MiB)?");

  private UploadSize() {}

  /**
   * The bytes.
   *
   * @throws Usage where the text is no size, or more than any picture may have
   */
  static long parse(String flag, String text) {
    Matcher size = SIZE.matcher(text);
    long bytes = size.matches() ? Long.parseLong(size.group(1)) * unit(size.group(2)) : 0;
    if (bytes < 1 || bytes > ImageInspector.MAX_BYTES) {
      throw new Usage(Message.of("usage.option", flag, text, "900KiB, 10MiB, ≤ 20MiB"));
    }
    return bytes;
  }

  private static long unit(String word) {
    return word == null ? 1 : word.equals("KiB") ? 1 << 10 : 1 << 20;
  }
}
