package dev.profilectl.remote;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What a directory needs from outside, so that tests can give their own.
 *
 * @param clock the time
 * @param random for jitter
 * @param pause waits
 * @param pictures what pictures show
 */
public record Surroundings(Clock clock, RandomGenerator random, Pause pause, Pictures pictures) {}
