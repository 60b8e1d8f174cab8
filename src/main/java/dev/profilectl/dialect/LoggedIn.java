package dev.profilectl.dialect;

import dev.profilectl.profile.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a login gave.
 *
 * @param tokens to be kept
 * @param owner whose they are; {@code null} where the answer does not tell
 */
public record LoggedIn(Tokens tokens, @Nullable UserId owner) {}
