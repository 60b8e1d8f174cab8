package dev.profilectl.store;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What a store is given from outside.
 *
 * @param clock tells the time of a change
 * @param random makes ids; unpredictable where ids must be
 * @param bcryptCost the cost of hashing a password, 4 to 31; 10 is usual
 */
public record StoreSettings(Clock clock, RandomGenerator random, int bcryptCost) {}
