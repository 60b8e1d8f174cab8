package dev.profilectl.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a run ends before its last row.
 *
 * @param failFast at the first failure
 * @param mostErrors after more failures than this; {@code null} for never
 * @param until at this time; {@code null} for never
 * @param sign when somebody asks
 * @param allOrNone whether nothing is done where one row fails
 */
public record Limits(
    boolean failFast,
    @Nullable Long mostErrors,
    @Nullable Instant until,
    StopSign sign,
    boolean allOrNone) {}
