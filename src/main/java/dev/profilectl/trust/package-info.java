/** Which servers are believed to be who they say. */
@NullMarked
package dev.profilectl.trust;

import org.jspecify.annotations.NullMarked;
