package dev.profilectl.config;

import org.jspecify.annotations.Nullable;

/**
 * What a login gives.
 *
 * @param access goes with every request
 * @param refresh gets a new pair, once; null where the system has none
 */
public record Tokens(Token access, @Nullable Token refresh) {}
