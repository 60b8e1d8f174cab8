package dev.profilectl.profile;

import java.util.Set;

/**
 * What pictures a directory takes; whoever sets one makes it fit first.
 *
 * @param maxBytes of the file, at least 1
 * @param maxSide of the longer side in pixels, at least 1
 * @param square whether only squares are taken
 * @param formats lower-case names of the formats; empty for every one
 */
public record AvatarLimits(long maxBytes, int maxSide, boolean square, Set<String> formats) {
  /** Takes every picture. */
  public static final AvatarLimits NONE =
      new AvatarLimits(Long.MAX_VALUE, Integer.MAX_VALUE, false, Set.of());

  /** Copies the formats. */
  public AvatarLimits {
    formats = Set.copyOf(formats);
  }

  /** The same with so many bytes at most, at least 1. */
  public AvatarLimits withMaxBytes(long bytes) {
    return new AvatarLimits(bytes, maxSide, square, formats);
  }
}
