/**
 * Where things are kept and what the user has chosen for good: places by the XDG rules, defaults
 * from {@code config.toml}. No secret is in either.
 */
@NullMarked
package dev.profilectl.config;

import org.jspecify.annotations.NullMarked;
