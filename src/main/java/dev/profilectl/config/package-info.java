/**
 * Where things are kept and what the user has chosen for good: places by the XDG rules, defaults
 * and targets from {@code config.toml}, which has no secrets in it, and the tokens of targets in a
 * file of their own. Nothing here speaks to a target.
 */
@NullMarked
package dev.profilectl.config;

import org.jspecify.annotations.NullMarked;
