/**
 * Made-up users and pictures: the same for the same seed, on every machine and with every Java.
 * Nothing here asks the clock, chance or the locale, and nothing is stored here: that is behind
 * {@link dev.profilectl.profile.Seeds}.
 *
 * <p>What a seed makes is a promise. A change to a table, to the order of draws or to {@link
 * dev.profilectl.seed.SplitMix} makes other users; a test holds them fast.
 */
@NullMarked
package dev.profilectl.seed;

import org.jspecify.annotations.NullMarked;
