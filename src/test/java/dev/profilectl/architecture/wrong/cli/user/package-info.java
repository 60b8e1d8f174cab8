/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.cli.user;

import org.jspecify.annotations.NullMarked;
