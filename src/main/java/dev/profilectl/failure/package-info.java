/**
 * What can go wrong, as types: the sealed family {@link dev.profilectl.failure.Failure} and the
 * sentences ({@link dev.profilectl.failure.Message}) it is told with, in English and Chinese. Exit
 * codes do not live here; the table from failure to code is {@code cli.ExitCode}.
 */
@NullMarked
package dev.profilectl.failure;

import org.jspecify.annotations.NullMarked;
