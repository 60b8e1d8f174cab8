package dev.profilectl.server;

import java.io.Writer;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a server is given from outside.
 *
 * @param clock tells the time
 * @param random makes ids; unpredictable
 * @param actor who runs the server; kept in the history
 * @param accessLog where a line a request goes; {@code null} for nowhere
 */
public record Outside(
    Clock clock, RandomGenerator random, String actor, @Nullable Writer accessLog) {}
