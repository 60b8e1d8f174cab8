package dev.profilectl.profile;

import org.jspecify.annotations.Nullable;

/**
 * Where a change comes from; kept with it in the history.
 *
 * @param run the id of the run; all changes of one command share it
 * @param actor who ran it
 * @param reason why, in the user's words
 */
public record Origin(String run, String actor, @Nullable String reason) {}
