/** What seeds make: legal, odd, and the same for ever. */
@NullMarked
package dev.profilectl.seed;

import org.jspecify.annotations.NullMarked;
