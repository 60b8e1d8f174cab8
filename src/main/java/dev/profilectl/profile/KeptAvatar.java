package dev.profilectl.profile;

import org.jspecify.annotations.Nullable;

/**
 * A picture that a user has or had.
 *
 * @param version the version of the profile that it came with, as the history counts
 * @param avatar the picture
 * @param original what it was made from; {@code null} where that was not kept
 */
public record KeptAvatar(long version, Avatar avatar, @Nullable Blob original) {}
