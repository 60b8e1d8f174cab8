package dev.profilectl.profile;

import org.jspecify.annotations.Nullable;

/**
 * A picture to be set.
 *
 * @param content the bytes to store or send
 * @param shape what they are
 * @param fileName the name it is stored under, {@code avatar.jpg} for example
 * @param original what it was made from, to start again from; {@code null} where that is not kept
 */
public record NewAvatar(
    Blob content, Avatar.Shape shape, String fileName, @Nullable Blob original) {}
