package dev.profilectl.profile;

import org.jspecify.annotations.Nullable;

/**
 * A picture that gives way to another.
 *
 * @param user whose
 * @param name what to call the user
 * @param before the picture; {@code null} where the user has none
 * @param after the bytes that take its place; {@code null} where they are not known here
 */
public record Replacement(
    UserId user, String name, @Nullable Avatar before, @Nullable Blob after) {}
