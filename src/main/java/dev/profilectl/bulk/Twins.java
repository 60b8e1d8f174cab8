package dev.profilectl.bulk;

/**
 * Two rows that name the same user, each in its own way.
 *
 * @param first the line of one
 * @param second the line of the other, behind it
 * @param key how one of them names the user
 */
public record Twins(long first, long second, String key) {}
