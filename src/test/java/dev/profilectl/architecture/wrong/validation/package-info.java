/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.validation;

import org.jspecify.annotations.NullMarked;
