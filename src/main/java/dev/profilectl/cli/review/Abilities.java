package dev.profilectl.cli.review;

/**
 * What can be done where the users are.
 *
 * @param name what the place is called
 * @param remove whether pictures can be taken away
 */
public record Abilities(String name, boolean remove) {}
