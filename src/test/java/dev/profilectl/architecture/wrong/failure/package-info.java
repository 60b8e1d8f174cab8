/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.failure;

import org.jspecify.annotations.NullMarked;
