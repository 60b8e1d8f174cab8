package dev.profilectl.remote.fake;

/** What a system does with a request. Called from many threads at once. */
@FunctionalInterface
public interface Handler {
  /** Does it, and says what comes back. */
  Response handle(Request request);
}
