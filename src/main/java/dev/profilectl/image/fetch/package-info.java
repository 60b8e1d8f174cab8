/**
 * Pictures from where they may never arrive: by URL, under a guard that keeps a URL somebody else
 * chose from reaching into our own networks, and the deadline that ends all waiting. What the bytes
 * are is not looked at here.
 *
 * <p>Apache HttpClient lives here and nowhere else. The guard has to judge the address that a
 * socket is really connected to; {@code java.net.http} looks names up by itself and lets nobody in
 * between, while this library takes its sockets from us. None of it is loaded until a URL is
 * fetched.
 */
@NullMarked
package dev.profilectl.image.fetch;

import org.jspecify.annotations.NullMarked;
