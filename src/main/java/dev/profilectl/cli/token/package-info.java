/** The noun {@code token} and its verbs, a file each: tokens of the local store. */
@NullMarked
package dev.profilectl.cli.token;

import org.jspecify.annotations.NullMarked;
