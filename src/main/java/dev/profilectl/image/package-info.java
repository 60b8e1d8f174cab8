/**
 * Pictures, from bytes to bytes: recognise, limit, decode, turn upright, crop, resize, encode,
 * compare. Pure: no file, no stream of the process and no network is touched here, and nothing is
 * known of users, stores or servers.
 */
@NullMarked
package dev.profilectl.image;

import org.jspecify.annotations.NullMarked;
