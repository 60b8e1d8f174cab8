package dev.profilectl.remote.fake;

/** The two tokens of a login. */
public record West2Pair(String access, String refresh) {}
