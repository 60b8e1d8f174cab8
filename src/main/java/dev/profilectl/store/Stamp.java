package dev.profilectl.store;

import dev.profilectl.profile.Origin;
import java.time.Instant;

/**
 * What every change of one call shares.
 *
 * @param now in whole milliseconds
 * @param origin who, why, in which run
 */
record Stamp(Instant now, Origin origin) {}
