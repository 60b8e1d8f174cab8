/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong;

import org.jspecify.annotations.NullMarked;
