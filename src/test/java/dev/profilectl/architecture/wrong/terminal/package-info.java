/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.terminal;

import org.jspecify.annotations.NullMarked;
