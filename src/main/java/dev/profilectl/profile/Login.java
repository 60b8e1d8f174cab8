package dev.profilectl.profile;

import org.jspecify.annotations.Nullable;

/**
 * What a person types to log in.
 *
 * @param name a username, e-mail address or mobile number, whatever the system takes
 * @param password sent, and not kept
 * @param code a one-time code; {@code null} where none is asked for
 */
public record Login(String name, Secret password, @Nullable String code) {}
