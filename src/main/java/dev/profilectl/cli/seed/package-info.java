/** The noun {@code seed}: made-up users for tests. What they are is said by {@code seed}. */
@NullMarked
package dev.profilectl.cli.seed;

import org.jspecify.annotations.NullMarked;
