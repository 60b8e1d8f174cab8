package dev.profilectl.image;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a place that a picture goes to takes.
 *
 * @param maxBytes of the encoded picture, at least 1
 * @param maxSide of its longer side in pixels, at least 1
 * @param formats which it understands, at least one
 */
public record Limits(long maxBytes, int maxSide, Set<ImageFormat> formats) {
  /** Takes everything. */
  public static final Limits NONE =
      new Limits(Long.MAX_VALUE, Integer.MAX_VALUE, EnumSet.allOf(ImageFormat.class));

  /** Checks the ranges and copies the formats. */
  public Limits {
    formats = Set.copyOf(formats);
    if (maxBytes < 1 || maxSide < 1 || formats.isEmpty()) {
      throw new IllegalArgumentException(maxBytes + " " + maxSide + " " + formats);
    }
  }

  /** Whether these facts are within the limits. */
  public boolean allow(ImageFacts facts) {
    return facts.bytes() <= maxBytes
        && Math.max(facts.width(), facts.height()) <= maxSide
        && formats.contains(facts.format());
  }
}
