package dev.profilectl.remote.fake;

/** A header line, the name in the letters it was sent in. */
public record Header(String name, String value) {}
