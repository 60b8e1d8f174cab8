/**
 * Profiles and avatars as values, changes to them, and the ports behind which a store or a server
 * keeps them. Nothing here opens, sends or prints anything.
 */
@NullMarked
package dev.profilectl.profile;

import org.jspecify.annotations.NullMarked;
