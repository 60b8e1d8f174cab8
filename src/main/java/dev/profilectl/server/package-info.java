/**
 * {@code serve}: the calls of the four documented systems, answered out of a directory. A file for
 * each system; what they share, from the reading of a body to the grouping of changes, beside them.
 *
 * <p>Not here: the rules for values ({@code validation}), the words of the wire ({@code dialect}),
 * pictures ({@code image}), where users are kept ({@code store}). HTTP itself and multipart bodies
 * are Jetty's.
 */
@NullMarked
package dev.profilectl.server;

import org.jspecify.annotations.NullMarked;
