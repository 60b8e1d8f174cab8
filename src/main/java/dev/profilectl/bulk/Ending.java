package dev.profilectl.bulk;

/** How a run came to its end. */
public enum Ending {
  /** Every row was done or has failed. */
  DONE,
  /** At the first failure. */
  FAIL_FAST,
  /** A row failed, so none was done. */
  NOTHING,
  /** Too many failures. */
  ERRORS,
  /** Its time was over. */
  TIME,
  /** Somebody asked for it. */
  ASKED
}
