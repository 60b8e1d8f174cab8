/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.store;

import org.jspecify.annotations.NullMarked;
