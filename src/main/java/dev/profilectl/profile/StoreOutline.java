package dev.profilectl.profile;

/**
 * A store as seen from outside.
 *
 * @param schema the number of its newest step
 * @param newest the newest that the program knows
 * @param users how many there are, without deleted ones
 * @param bytes the size of its file
 * @param writable whether its file can be written
 */
public record StoreOutline(int schema, int newest, long users, long bytes, boolean writable) {}
