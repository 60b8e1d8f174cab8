package dev.profilectl.cli.review;

import dev.profilectl.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Whose picture is looked at.
 *
 * @param username what to call the user
 * @param picture how large the picture is, upright; {@code null} where there is none to be shown
 * @param original how large what it was made from is; {@code null} where that was not kept
 * @param trouble why the picture cannot be shown; {@code null} where it can, and where there is
 *     none
 */
public record Subject(
    String username,
    @Nullable Extent picture,
    @Nullable Extent original,
    @Nullable Failure trouble) {}
