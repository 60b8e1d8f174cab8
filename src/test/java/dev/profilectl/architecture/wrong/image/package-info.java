/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.image;

import org.jspecify.annotations.NullMarked;
