/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.profile;

import org.jspecify.annotations.NullMarked;
