/** Breaks rules on purpose. */
@NullMarked
package dev.profilectl.architecture.wrong.config;

import org.jspecify.annotations.NullMarked;
