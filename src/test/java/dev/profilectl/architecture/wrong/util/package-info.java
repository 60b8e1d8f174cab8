/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.util;

import org.jspecify.annotations.NullMarked;
