package dev.profilectl.profile;

import java.time.Instant;

/**
 * That there is a picture, without its bytes.
 *
 * @param version the version of the profile that it came with
 * @param sha256 of its bytes
 * @param current whether the profile names it now
 * @param at when it became the user's picture
 */
public record AvatarVersion(long version, String sha256, boolean current, Instant at) {}
