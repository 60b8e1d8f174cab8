package dev.profilectl.bulk;

/**
 * A run in a list.
 *
 * @param run the run; of one command that had no rows, what the history tells of it
 * @param users how many users it changed so far
 */
public record RunSummary(Run run, long users) {}
