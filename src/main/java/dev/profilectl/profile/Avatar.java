package dev.profilectl.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a user, as it is stored.
 *
 * @param url where the profile says it is
 * @param content its bytes
 * @param shape what it is
 * @param at when it became the user's picture; {@code null} where a system does not tell
 */
public record Avatar(String url, Blob content, Shape shape, @Nullable Instant at) {
  /**
   * What a picture is.
   *
   * @param format the format's lower-case name, {@code jpeg} for example
   * @param width in pixels
   * @param height in pixels
   */
  public record Shape(String format, int width, int height) {}
}
