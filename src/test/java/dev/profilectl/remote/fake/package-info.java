/**
 * Servers on loopback addresses that behave as the real systems do, side effects and odd answers
 * included. They know nothing of the program, so they can be held against it.
 */
@NullMarked
package dev.profilectl.remote.fake;

import org.jspecify.annotations.NullMarked;
