/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.cli.avatar;

import org.jspecify.annotations.NullMarked;
