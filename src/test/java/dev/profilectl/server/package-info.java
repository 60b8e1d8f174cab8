/** The server on a real socket. */
@NullMarked
package dev.profilectl.server;

import org.jspecify.annotations.NullMarked;
