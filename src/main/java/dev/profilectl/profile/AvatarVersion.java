package dev.profilectl.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That there is a picture, without its bytes.
 *
 * @param version the version of the profile that it came with
 * @param sha256 of its bytes
 * @param original the SHA-256 of what it was made from; {@code null} where that is not kept
 * @param current whether the profile names it now
 * @param at when it became the user's picture
 */
public record AvatarVersion(
    long version, String sha256, @Nullable String original, boolean current, Instant at) {}
