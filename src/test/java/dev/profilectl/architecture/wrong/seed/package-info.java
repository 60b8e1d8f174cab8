/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.seed;

import org.jspecify.annotations.NullMarked;
