/**
 * The local store: one SQLite file behind the ports of {@code profile}. SQL, hashes of passwords
 * and the schema live here and nowhere else; rules about values do not.
 */
@NullMarked
package dev.profilectl.store;

import org.jspecify.annotations.NullMarked;
