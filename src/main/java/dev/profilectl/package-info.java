/** The program's entry: streams, environment, exit, wiring. No rule and no command lives here. */
@NullMarked
package dev.profilectl;

import org.jspecify.annotations.NullMarked;
