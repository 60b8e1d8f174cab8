package dev.profilectl.remote;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How hard to try, and how gently.
 *
 * @param timeout for one request with its answer
 * @param retries after the first attempt, at least 0
 * @param longestWait before one retry, also where the server asks for more
 * @param concurrency requests under way at once, at least 1
 * @param spacing between the starts of requests; {@code null} for none
 */
public record Patience(
    Duration timeout,
    int retries,
    Duration longestWait,
    int concurrency,
    @Nullable Duration spacing) {}
