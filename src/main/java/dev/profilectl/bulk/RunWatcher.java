package dev.profilectl.bulk;

/** Whoever wants to know how a run goes; told by one thread. */
public interface RunWatcher {
  /** A row has come to an end, for now. */
  void row(RowResult result);

  /** So many rows of all are done or have failed. */
  void progress(long done, long all);
}
