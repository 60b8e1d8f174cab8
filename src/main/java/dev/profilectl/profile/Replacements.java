package dev.profilectl.profile;

/** Whoever keeps the pictures that a system forgets when they are replaced. */
public interface Replacements {
  /**
   * Keeps one, which is durable on return and not replaced before. What was kept first of a user in
   * a run stays: that is what was there before the run. Any thread may call it.
   *
   * @param run the id of the run
   */
  void keep(String run, Replacement replacement);
}
