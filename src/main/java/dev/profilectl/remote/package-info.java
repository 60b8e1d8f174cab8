/**
 * A directory behind an API: sends what {@code dialect} writes, over HTTP, with the tokens, the
 * patience and the caution that real servers need. Says what it did; what fields mean and which
 * values are allowed is settled before.
 */
@NullMarked
package dev.profilectl.remote;

import org.jspecify.annotations.NullMarked;
