/** Attacks on the guard, by servers of the tests' own on loopback addresses; no other is used. */
@NullMarked
package dev.profilectl.image.fetch;

import org.jspecify.annotations.NullMarked;
