package dev.profilectl.remote.fake;

/** What can be wrong with an anqicms site. */
public enum AnqicmsQuirk {
  /** Profile changes are not stored, yet answered with code 0. */
  LOST_WRITES,
  /** No picture can be stored. */
  FULL_DISK,
  /** Nobody has installed it: everything leads to {@code /install}. */
  NOT_INSTALLED,
  /** Closed, or the client is banned: 403 with a page. */
  CLOSED,
  /** Too many requests: 429 with nothing. */
  LIMITED,
  /** It panics: 500 with a page. */
  PANICS,
  /** Login wants a captcha. */
  CAPTCHA
}
